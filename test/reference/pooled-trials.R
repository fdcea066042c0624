# What the notebook pooled-trials must give, by metafor, from the printed figures typed in by hand:
#   Rscript test/reference/pooled-trials.R > test/reference/pooled-trials.json
# Written from definitions, because metafor lacks them: the exact common odds ratio (a convolution of
# hypergeometric distributions, [Mehta 1985]), Wan's and Luo's means, and both fragility indices.
suppressMessages({library(metafor); library(jsonlite)})
options(warn = -1)
tight <- list(threshold = 1e-14, maxiter = 10000, tol = 1e-14)
num <- function(x) unname(as.numeric(x))
z <- qnorm(0.975)

pool <- function(r) { # of rma(), with the prediction interval by t on k - 2
  k <- r$k; spread <- sqrt(r$se^2 + r$tau2)
  reach <- if (k > 2) qt(0.975, k - 2) * spread else NA
  list(k = k, estimate = num(r$beta), lower = num(r$ci.lb), upper = num(r$ci.ub), p = num(r$pval),
       tau2 = num(r$tau2), q = num(r$QE), qP = num(r$QEp),
       predictionLower = num(r$beta) - reach, predictionUpper = num(r$beta) + reach)
}
plain <- function(r) list(estimate = num(r$beta), lower = num(r$ci.lb), upper = num(r$ci.ub), p = num(r$pval))
floored <- function(yi, vi, method) { # Hartung and Knapp, their factor at least 1
  a <- rma(yi, vi, method = method, control = tight); b <- rma(yi, vi, method = method, test = "knha", control = tight)
  if (b$se >= a$se) return(plain(b))
  df <- a$k - 1; reach <- qt(0.975, df) * a$se
  list(estimate = num(a$beta), lower = num(a$beta) - reach, upper = num(a$beta) + reach, p = 2 * pt(-abs(num(a$beta) / a$se), df))
}
pools <- function(yi, vi) list(
  effects = num(yi), variances = num(vi),
  dersimonianLaird = pool(rma(yi, vi, method = "DL")),
  reml = pool(rma(yi, vi, method = "REML", control = tight)),
  hartungKnapp = pool(rma(yi, vi, method = "REML", test = "knha", control = tight)),
  floored = floored(yi, vi, "REML"))

# Leak ------------------------------------------------------------------------------------------------
leak <- data.frame(events1 = c(0, 1), n1 = c(21, 21), events2 = c(3, 14), n2 = c(21, 51)) # Li, Ciobotaru
or <- function(add, to) escalc("OR", ai = events1, n1i = n1, ci = events2, n2i = n2, data = leak, add = add, to = to)
convolve2 <- function(u, v) { r <- numeric(length(u) + length(v) - 1)
  for (i in seq_along(u)) r[i - 1 + seq_along(v)] <- r[i - 1 + seq_along(v)] + u[i] * v; r }
exact <- function(d) {
  w <- 1; first <- 0
  for (i in seq_len(nrow(d))) { m <- d$events1[i] + d$events2[i]; lo <- max(0, m - d$n2[i]); hi <- min(d$n1[i], m)
    w <- convolve2(w, dhyper(lo:hi, d$n1[i], d$n2[i], m)); first <- first + lo }
  s <- sum(d$events1); k <- first + seq_along(w) - 1
  chance <- function(l) { x <- log(w) + k * l; x <- exp(x - max(x)); x / sum(x) }
  solve <- function(h) exp(uniroot(h, c(-15, 15), tol = 1e-15)$root); p <- chance(0)
  at <- function(test, edge) solve(function(l) { c <- chance(l); sum(c[test(k, s)]) + edge * c[k == s] - 0.025 })
  lower <- function(edge) if (s == k[1]) 0 else at(`>`, edge)
  list(estimate = if (s == k[1]) 0 else solve(function(l) sum(k * chance(l)) - s), lower = lower(1), upper = at(`<`, 1),
       p = sum(p[p <= p[k == s] * (1 + 1e-7)]), midPLower = lower(0.5), midPUpper = at(`<`, 0.5))
}
long <- with(leak, data.frame(events = c(events1, events2), n = c(n1, n2), study = factor(c(1, 2, 1, 2)), arm = c(1, 1, 0, 0)))
logistic <- glm(cbind(events, n - events) ~ study + arm, binomial, long, epsilon = 1e-15, maxit = 100)
model <- rma.glmm(measure = "OR", ai = events1, n1i = n1, ci = events2, n2i = n2, data = leak, model = "UM.FS")
stopifnot(model$tau2 < 1e-6, abs(num(model$beta) - coef(logistic)[["arm"]]) < 1e-5) # no variance between the two
log_odds <- coef(summary(logistic))["arm", 1:2]
fisher <- function(a, n, b, m) fisher.test(matrix(c(a, n - a, b, m - b), 2))$p.value
fragile <- function(a, n, b, m) { # least patients of the first, and of the second arm; share of the first lower
  p <- fisher(a, n, b, m); below <- p < 0.05; s <- if (below) 1 else -1
  path <- function(da, db, most) { for (i in seq_len(most)) if ((fisher(a + i * da, n, b + i * db, m) < 0.05) != below) return(i); NA }
  first <- path(s, 0, if (below) n - a else a); second <- path(0, -s, if (below) b else m - b)
  list(p = p, index = first, least = min(first, second, na.rm = TRUE))
}
limit_of <- function(d, how) { r <- switch(how,
  mantelHaenszel = rma.mh(ai = events1, n1i = n1, ci = events2, n2i = n2, data = d, measure = "OR"),
  peto = rma.peto(ai = events1, n1i = n1, ci = events2, n2i = n2, data = d),
  reml = rma(measure = "OR", ai = events1, n1i = n1, ci = events2, n2i = n2, data = d, method = "REML", control = tight)); num(r$ci.ub) }
pool_fragile <- function(how) { # of an interval below 1: events are added to the first arms or taken from the second
  d <- leak; steps <- 0
  while (limit_of(d, how) < 0) {
    best <- -Inf
    for (i in 1:nrow(d)) for (col in c("events1", "events2")) {
      e <- d; e[i, col] <- e[i, col] + if (col == "events1") 1 else -1
      if (e[i, col] >= 0 && limit_of(e, how) > best) { best <- limit_of(e, how); next_d <- e }
    }
    d <- next_d; steps <- steps + 1
  }
  steps
}
mh <- function(measure) plain(rma.mh(ai = events1, n1i = n1, ci = events2, n2i = n2, data = leak, measure = measure))
tarone <- rma.mh(ai = events1, n1i = n1, ci = events2, n2i = n2, data = leak, measure = "OR")
only0 <- or(1/2, "only0"); all <- or(1/2, "all")
ciobotaru <- rma(or(1/2, "none")[2, ], method = "REML")
leak_out <- list(studies = as.list(leak),
  mantelHaenszel = mh("OR"), mantelHaenszelRiskRatio = mh("RR"), mantelHaenszelDifference = mh("RD"), tarone = num(tarone$TAp),
  peto = plain(rma.peto(ai = events1, n1i = n1, ci = events2, n2i = n2, data = leak)),
  exact = exact(leak),
  glmm = list(estimate = log_odds[[1]], lower = log_odds[[1]] - z * log_odds[[2]], upper = log_odds[[1]] + z * log_odds[[2]], tau2 = 0),
  halfWhereEmpty = pools(only0$yi, only0$vi), halfEverywhere = pools(all$yi, all$vi),
  leftOut = plain(ciobotaru),
  tau2Upper = num(confint(rma(only0, method = "PM"), control = list(tol = 1e-12))$random["tau^2", "ci.ub"]),
  alone = list(li = c(exact(leak[1, ])[1:3], fragile(0, 21, 3, 21)), ciobotaru = c(exact(leak[2, ])[1:3], fragile(1, 21, 14, 51))),
  fragility = list(mantelHaenszel = pool_fragile("mantelHaenszel"), peto = pool_fragile("peto"), reml = pool_fragile("reml")))

# Devices, times, radiation -----------------------------------------------------------------------------
means <- function(measure, d) with(d, escalc(measure, m1i = m1, sd1i = s1, n1i = n1, m2i = m2, sd2i = s2, n2i = n2, vtype = if (measure == "ROM") "LS" else "UB"))
devices <- data.frame(m1 = c(1.33, 1.05), s1 = c(0.7, 0.21), n1 = c(12, 21), m2 = c(2.5, 1.20), s2 = c(1.2, 0.52), n2 = c(12, 51)) # Eng, Ciobotaru
further <- transform(devices, m1 = m1 - 1, m2 = m2 - 1)
of <- function(measure, d) { e <- means(measure, d); pools(e$yi, e$vi) }
wan_sd <- function(q1, q3, n) (q3 - q1) / (2 * qnorm((0.75 * n - 0.125) / (n + 0.25)))
wan <- function(q1, m, q3, n) c(mean = (q1 + m + q3) / 3, sd = wan_sd(q1, q3, n))
luo <- function(q1, m, q3, n) { w <- 0.7 + 0.39 / n; c(mean = w * (q1 + q3) / 2 + (1 - w) * m, sd = wan_sd(q1, q3, n)) }
median_itself <- function(q1, m, q3, n) c(mean = m, sd = (q3 - q1) / 1.35)
converted <- function(f, a, b) { x <- f(a[1], a[2], a[3], 21); y <- f(b[1], b[2], b[3], 51)
  data.frame(m1 = x[["mean"]], s1 = x[["sd"]], n1 = 21, m2 = y[["mean"]], s2 = y[["sd"]], n2 = 51) }
eng_time <- data.frame(m1 = 55, s1 = 17, n1 = 12, m2 = 73, s2 = 24, n2 = 12)
fluoroscopy <- lapply(list(wan = wan, luo = luo, median = median_itself), converted, c(11.1, 13.5, 15), c(13.4, 19, 23))
geometric <- function(a, b) { s <- function(q) log(q[3] / q[1]) / (2 * qnorm(0.75))
  y <- log(a[2] / b[2]); v <- s(a)^2 / 21 + s(b)^2 / 51; list(estimate = y, lower = y - z * sqrt(v), upper = y + z * sqrt(v)) }
time_out <- list(converted = lapply(fluoroscopy, as.list),
  pools = lapply(fluoroscopy, function(d) of("ROM", rbind(eng_time, d))),
  geometric = geometric(c(11.1, 13.5, 15), c(13.4, 19, 23)))
ratio <- function(d) { e <- means("ROM", d); list(estimate = num(e$yi), lower = num(e$yi) - z * sqrt(num(e$vi)), upper = num(e$yi) + z * sqrt(num(e$vi))) }
li_dose <- data.frame(m1 = 561.4, s1 = 25.3, n1 = 21, m2 = 651.6, s2 = 32.1, n2 = 21)
dose <- lapply(list(wan = wan, luo = luo), converted, c(1548, 1978, 4800), c(1811, 7291, 12734))
radiation_out <- c(list(liSd = ratio(li_dose), liSem = ratio(transform(li_dose, s1 = s1 * sqrt(n1), s2 = s2 * sqrt(n2)))),
  lapply(dose, ratio), list(geometric = geometric(c(1548, 1978, 4800), c(1811, 7291, 12734))))

# Size agreement ----------------------------------------------------------------------------------------
size <- data.frame(events = c(21, 8, 11), n = c(22, 8, 12)) # Hell, Liu, Eng
logit <- escalc("PLO", xi = events, ni = n, data = size, add = 1/2, to = "only0")
tukey <- escalc("PFT", xi = events, ni = n, data = size, add = 0)
back <- function(r) { h <- 1 / mean(1 / size$n); f <- function(x) transf.ipft(num(x), h); list(estimate = f(r$beta), lower = f(r$ci.lb), upper = f(r$ci.ub)) }
glmm <- rma.glmm(measure = "PLO", xi = events, ni = n, data = size); stopifnot(glmm$tau2 < 1e-6)
x <- sum(size$events); m <- sum(size$n); l <- qlogis(x / m); s <- sqrt(1 / x + 1 / (m - x)) # its fit without variance between studies
out1 <- leave1out(rma(logit, method = "REML", control = tight))
agreement_out <- list(studies = as.list(size),
  exact = lapply(seq_len(3), function(i) binom.test(size$events[i], size$n[i])$conf.int[1:2]), together = binom.test(x, m)$conf.int[1:2],
  glmm = list(estimate = plogis(l), lower = plogis(l - z * s), upper = plogis(l + z * s)),
  logit = pool(rma(logit, method = "REML", control = tight)), logitFloored = floored(logit$yi, logit$vi, "REML"),
  freemanTukey = back(rma(tukey, method = "REML", control = tight)),
  leaveOneOut = list(estimates = num(out1$estimate), lower = num(out1$ci.lb), upper = num(out1$ci.ub)))

cat(toJSON(list(leak = leak_out, devices = list(difference = of("MD", devices), ratio = of("ROM", devices), furtherRatio = of("ROM", further)),
  time = time_out, radiation = radiation_out, agreement = agreement_out), auto_unbox = TRUE, digits = NA, na = "null", pretty = 1), "\n")
