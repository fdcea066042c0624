# Values that the tests of this folder hold the notebooks' outputs against, by base R alone:
#   Rscript test/notebooks/reference.R
# Intervals that base R lacks are written from their definitions: the score interval of a ratio
# [Koopman 1984] and of a difference [Miettinen and Nurminen 1985] by constrained maximum likelihood
# on a profile found by optimize(), Newcombe's from prop.test(correct = FALSE).
options(digits = 8)
show <- function(name, ...) cat(sprintf("%-34s", name), format(c(...), digits = 8, trim = TRUE), "\n")
exact <- function(x, n) binom.test(x, n)$conf.int[1:2]
score <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int[1:2])
z2 <- qchisq(0.95, 1)

constrained <- function(x1, n1, x2, n2, p1of, from, to) { # p2 that maximises the likelihood when p1 = p1of(p2)
  loglik <- function(p2) dbinom(x1, n1, p1of(p2), log = TRUE) + dbinom(x2, n2, p2, log = TRUE)
  optimize(loglik, c(from + 1e-12, to - 1e-12), maximum = TRUE, tol = 1e-14)$maximum
}
ratio_score <- function(x1, n1, x2, n2) { # Koopman
  stat <- function(logr) {
    r <- exp(logr)
    p2 <- constrained(x1, n1, x2, n2, function(p) r * p, 0, min(1, 1 / r))
    p1 <- r * p2
    (x1 - n1 * p1)^2 / (n1 * p1 * (1 - p1)) + (x2 - n2 * p2)^2 / (n2 * p2 * (1 - p2)) - z2
  }
  at <- log((x1 / n1) / (x2 / n2))
  exp(c(uniroot(stat, c(at - 4, at), tol = 1e-10)$root, uniroot(stat, c(at, at + 4), tol = 1e-10)$root))
}
difference_score <- function(x1, n1, x2, n2) { # Miettinen and Nurminen
  stat <- function(d) {
    p2 <- constrained(x1, n1, x2, n2, function(p) p + d, max(0, -d), min(1, 1 - d))
    p1 <- p2 + d
    v <- (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    (x1 / n1 - x2 / n2 - d)^2 / v - z2
  }
  at <- x1 / n1 - x2 / n2
  c(uniroot(stat, c(-0.999, at), tol = 1e-10)$root, uniroot(stat, c(at, 0.999), tol = 1e-10)$root)
}
newcombe <- function(x1, n1, x2, n2) {
  d <- x1 / n1 - x2 / n2; a <- score(x1, n1); b <- score(x2, n2)
  c(d, d - sqrt((x1 / n1 - a[1])^2 + (b[2] - x2 / n2)^2), d + sqrt((a[2] - x1 / n1)^2 + (x2 / n2 - b[1])^2))
}
odds_limits <- function(x, n1, m, n2, a = 0.025) { # exact, then mid-p; fisher.test gives three digits of the exact
  k <- max(0, m - n2):min(n1, m); w <- dhyper(k, n1, n2, m, log = TRUE)
  chance <- function(logodds) { d <- exp(w + logodds * k - max(w + logodds * k)); d / sum(d) }
  solve <- function(tail) exp(uniroot(function(l) tail(chance(l)) - a, c(-20, 20), tol = 1e-13)$root)
  c(solve(function(d) sum(d[k >= x])), solve(function(d) sum(d[k <= x])),
    solve(function(d) sum(d[k > x]) + d[k == x] / 2), solve(function(d) sum(d[k < x]) + d[k == x] / 2))
}
table2 <- function(x1, n1, x2, n2) matrix(c(x1, x2, n1 - x1, n2 - x2), 2)
fisher <- function(...) fisher.test(table2(...))$p.value
midp <- function(x1, n1, x2, n2) {
  d <- dhyper(0:n1, x1 + x2, n1 + n2 - x1 - x2, n1); o <- dhyper(x1, x1 + x2, n1 + n2 - x1 - x2, n1)
  sum(d[d < o * (1 - 1e-7)]) + sum(d[abs(d - o) <= o * 1e-7]) / 2
}
chi2 <- function(..., correct = FALSE) suppressWarnings(chisq.test(table2(...), correct = correct)$p.value)
yates <- function(...) chi2(..., correct = TRUE)
four <- function(...) c(fisher(...), midp(...), chi2(...), yates(...))
welch <- function(m1, s1, n1, m2, s2, n2) {
  se <- sqrt(s1^2 / n1 + s2^2 / n2)
  df <- se^4 / ((s1^2 / n1)^2 / (n1 - 1) + (s2^2 / n2)^2 / (n2 - 1))
  c((m1 - m2) + c(0, -1, 1) * qt(0.975, df) * se, 2 * pt(-abs((m1 - m2) / se), df))
}
student <- function(m1, s1, n1, m2, s2, n2) {
  s <- sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2) / (n1 + n2 - 2))
  2 * pt(-abs((m1 - m2) / (s * sqrt(1 / n1 + 1 / n2))), n1 + n2 - 2)
}
mcnemar <- function(b, c) if (b == c) 1 else min(1, 2 * pbinom(min(b, c), b + c, 0.5))
mcnemar_mid <- function(b, c) mcnemar(b, c) - dbinom(min(b, c), b + c, 0.5)

cat("# ripley-2016\n")
for (k in list(c(6, 9), c(5, 7), c(6, 8), c(5, 8), c(11, 16))) show(paste(k, collapse = " of "), k[1] / k[2], exact(k[1], k[2]), score(k[1], k[2]))
show("LR+, Koopman", (6 / 9) / (2 / 7), ratio_score(6, 9, 2, 7))
show("LR-, Koopman", (3 / 9) / (5 / 7), ratio_score(3, 9, 5, 7))
show("Fisher, mid-p, odds ratio", fisher(6, 9, 2, 7), midp(6, 9, 2, 7), fisher.test(table2(6, 9, 2, 7))$estimate, odds_limits(6, 9, 8, 7))
show("coin", qbinom(c(0.025, 0.975), 16, 0.5), 1 - pbinom(10, 16, 0.5), binom.test(11, 16)$p.value)
show("coin, chance of 0 to 16, %", 100 * dbinom(0:16, 16, 0.5))
show("habit, McNemar 5 and 3", mcnemar(5, 3))
for (p in c(0.05, 0.1, 0.2, 0.3, 0.5)) {
  ppv <- qlogis(p) + log((6 / 9) / (2 / 7)); npv <- qlogis(1 - p) + log((5 / 7) / (3 / 9))
  sp <- sqrt((3 / 9) / (9 * 6 / 9) + (5 / 7) / (7 * 2 / 7)); sn <- sqrt((6 / 9) / (9 * 3 / 9) + (2 / 7) / (7 * 5 / 7))
  show(paste("prevalence", p), plogis(ppv + c(0, -1, 1) * sqrt(z2) * sp), plogis(npv + c(0, -1, 1) * sqrt(z2) * sn))
}
for (k in list(c(6, 2), c(7, 2), c(5, 2), c(6, 3), c(6, 1))) show(paste("one patient:", k[1], "of 9,", k[2], "of 7"), fisher(k[1], 9, k[2], 7), midp(k[1], 9, k[2], 7), binom.test(k[1] + 7 - k[2], 16)$p.value)

show("other reading, 6 of 8 and 5 of 8", exact(6, 8), score(6, 8), exact(5, 8), score(5, 8))
fisher_power <- function(n1, n2, p1, p2) { total <- 0; for (x in 0:n1) for (y in 0:n2) { w <- dbinom(x, n1, p1) * dbinom(y, n2, p2); if (w > 1e-12 && fisher(x, n1, y, n2) <= 0.05) total <- total + w }; total }
show("power, 9 and 7, %", 100 * sapply(c(0.6, 0.7, 0.8, 0.9, 0.85, 0.855), function(q) fisher_power(9, 7, q, 1 - q)))
show("as found, %", 100 * fisher_power(9, 7, 6 / 9, 2 / 7))
wald_size <- function(p) ceiling(qnorm(0.975)^2 * p * (1 - p) / 0.1^2); show("within 10 points", wald_size(6 / 9), wald_size(5 / 7), ceiling(qnorm(0.975)^2 * 10 / 49 / 0.01 * 16 / 7))
show("Fisher, 33 and 26, 32 and 25", fisher_power(33, 26, 6 / 9, 2 / 7), fisher_power(32, 25, 6 / 9, 2 / 7))
coin_power <- function(n) { k <- qbinom(0.975, n, 0.5) + 1; pbinom(k - 1, n, 11 / 16, lower.tail = FALSE) }; show("coin, first n with power 80 %", min(which(sapply(1:200, coin_power) >= 0.8)))

cat("# hell-2017\n")
half_up <- function(x) floor(x + 0.5)
allows <- function(p, n) any(half_up(100 * (0:n) / n) == p)
show("n that allow 95, 77 and 55 %", Filter(function(n) allows(95, n) && allows(77, n) && allows(55, n), 1:60))
for (k in c(21, 17, 12)) show(paste(k, "of 22"), k / 22, exact(k, 22), score(k, 22))
for (s in list(c(9, 0), c(10, 1), c(4, 0), c(5, 1), c(5, 0), c(6, 1), c(7, 2), c(8, 3), c(9, 4), c(10, 5))) show(paste("McNemar", s[1], "and", s[2]), mcnemar(s[1], s[2]), mcnemar_mid(s[1], s[2]))
range_of <- function(a, b) { both <- max(0, a + b - 22):min(a, b); range(sapply(both, function(k) mcnemar(a - k, b - k))) }
for (d in list(c(0, 0), c(1, 0), c(-1, 0), c(0, 1), c(0, -1))) show(paste("one patient", d[1], d[2]), range_of(21 + d[1], 12 + d[2]), range_of(21 + d[1], 17 + d[2]), range_of(17 + d[1], 12 + d[2]))
z <- qnorm(0.975)
fisher_ci <- function(value, se) tanh(atanh(value) + c(-1, 1) * z * se)
lin_error <- function(value, r, u, n) { # Lin's, u the location shift [Lin 1989, erratum 2000]
  cb <- value / r
  sqrt(((1 - r^2) * cb^2 * (1 - value^2) + 2 * value^2 * cb * (1 - value) * u^2 - 0.5 * (value * cb * u^2)^2) / (n - 2))
}
agreement_of <- function(m1, m2, s1, s2, r, n) { # concordance, its limits, bias, its limits, limits of agreement
  v <- (n - 1) / n; value <- 2 * r * s1 * s2 * v / ((s1^2 + s2^2) * v + (m2 - m1)^2)
  ci <- fisher_ci(value, lin_error(value, r, (m2 - m1) / sqrt(s1 * s2 * v), n) / (1 - value^2))
  s <- sqrt(s1^2 + s2^2 - 2 * r * s1 * s2)
  c(value, ci, (m2 - m1) + c(0, -1, 1) * qt(0.975, n - 1) * s / sqrt(n), (m2 - m1) + c(-1, 1) * z * s)
}
for (n in 20:22) show(paste("compression,", n, "pairs"), 2 * pt(-0.622 * sqrt((n - 2) / (1 - 0.622^2)), n - 2), 0.622, fisher_ci(0.622, 1 / sqrt(n - 3)), agreement_of(16, 18, 3, 5, 0.622, n))
show("pairs whose r has p 0.003", Filter(function(n) { p <- 2 * pt(-c(0.6225, 0.6215) * sqrt((n - 2) / (1 - c(0.6225, 0.6215)^2)), n - 2); p[1] < 0.0035 && p[2] >= 0.0025 }, 4:22))
limit_exact <- function(m, s, n) { k <- qt(c(0.025, 0.975), n - 1, z * sqrt(n)) / sqrt(n); rbind(m - rev(k) * s, m + k * s) }
show("limits of agreement, exact", limit_exact(2, sqrt(34 - 30 * 0.622), 22))
five <- function(x, d) x + 10^-d * c(-0.5, -0.25, 0, 0.25, 0.5)
inside <- t(apply(expand.grid(five(16, 0), five(18, 0), five(3, 0), five(5, 0), five(0.622, 3)), 1, function(x) agreement_of(x[1], x[2], x[3], x[4], x[5], 22)))
show("inside the rounding", range(inside[, 1]), range(inside[, 4]), range(inside[, 8] - inside[, 4]))
paired_p <- function(d, s1, s2, r) 2 * pt(-abs(d) * sqrt(22) / sqrt(s1^2 + s2^2 - 2 * r * s1 * s2), 21)
ostia <- expand.grid(ct = five(25, 0), toe = five(22, 0), s1 = five(3, 0), s2 = five(4, 0))
for (r in c(0.8, 0.5, 0.2, 0, -0.2)) show(paste("ostium, correlation", r), range(paired_p(ostia$ct - ostia$toe, ostia$s1, ostia$s2, r)), paired_p(3, 3, 4, r))
implied <- function(d, s1, s2, p) { s <- d * sqrt(22) / qt(1 - p / 2, 21); (s1^2 + s2^2 - s^2) / (2 * s1 * s2) }
implied_all <- with(ostia, cbind(implied(ct - toe, s1, s2, 0.0135), implied(ct - toe, s1, s2, 0.0145)))
show("correlation implied", implied(3, 3, 4, 0.014), max(implied_all), max((ostia$ct - ostia$toe)[apply(implied_all >= 0.5, 1, any)]))
show("unpaired", student(25, 3, 22, 22, 4, 22), welch(25, 3, 22, 22, 4, 22)[4])

cat("# eng-2018\n")
for (p in c(92, 90, 27, 64)) show(paste(p, "%, n up to 12"), Filter(function(n) allows(p, n), 1:12))
show("11 of 12", exact(11, 12), score(11, 12)); show("3 of 11", exact(3, 11), score(3, 11))
show("difference, Newcombe", newcombe(11, 12, 3, 11)); show("difference, Miettinen-Nurminen", difference_score(11, 12, 3, 11))
katz <- exp(log((11 / 12) / (3 / 11)) + c(0, -1, 1) * sqrt(z2) * sqrt(1 / 11 - 1 / 12 + 1 / 3 - 1 / 11))
show("ratio, Koopman and Katz", katz[1], ratio_score(11, 12, 3, 11), katz[2:3])
show("odds ratio, conditional", fisher.test(table2(11, 12, 3, 11))$estimate, odds_limits(11, 12, 14, 11))
g <- function(a, n, b, m) { t <- table2(a, n, b, m); e <- outer(rowSums(t), colSums(t)) / sum(t); pchisq(2 * sum(t * log(t / e)), 1, lower.tail = FALSE) }
n1 <- function(a, n, b, m) { q <- suppressWarnings(chisq.test(table2(a, n, b, m), correct = FALSE)$statistic); pchisq(q * (n + m - 1) / (n + m), 1, lower.tail = FALSE) }
doubled <- function(...) min(1, 2 * fisher.test(table2(...), alternative = "greater")$p.value)
for (k in c(3, 7)) show(paste("tests, 11 of 12 and", k, "of 11"), fisher(11, 12, k, 11), doubled(11, 12, k, 11), midp(11, 12, k, 11), chi2(11, 12, k, 11), n1(11, 12, k, 11), yates(11, 12, k, 11), g(11, 12, k, 11))
for (m in list(c(1.3, 0.7, 2.5, 1.2), c(1.33, 0.7, 2.5, 1.2), c(1, 0, 1.7, 0.8), c(55, 17, 73, 24))) show(paste("means", paste(m, collapse = " ")), welch(m[1], m[2], 12, m[3], m[4], 12), student(m[1], m[2], 12, m[3], m[4], 12), welch(m[1], m[2] * sqrt(12), 12, m[3], m[4] * sqrt(12), 12)[4])
corners <- function(test) { p <- apply(expand.grid(c(54.5, 55.5), c(16.5, 17.5), c(72.5, 73.5), c(23.5, 24.5)), 1, function(v) { r <- test(v[1], v[2], 12, v[3], v[4], 12); r[length(r)] }); range(p) }
show("time, range, Welch and Student", corners(welch), corners(student))
show("time, TOE n = 11", welch(55, 17, 12, 73, 24, 11)[4])
for (k in list(c(11, 12, 3, 11), c(12, 12, 3, 11), c(10, 12, 3, 11), c(11, 12, 4, 11), c(11, 12, 2, 11), c(11, 12, 7, 11), c(12, 12, 7, 11), c(10, 12, 7, 11), c(11, 12, 8, 11), c(11, 12, 6, 11), c(11, 12, 3, 12), c(11, 12, 4, 12), c(11, 12, 7, 12), c(11, 12, 8, 12), c(9, 12, 3, 11))) show(paste(k, collapse = " "), do.call(four, as.list(k)), newcombe(k[1], k[2], k[3], k[4]))
singles <- function(n, m, s, digits, divisor) { # how many values can be 1, by brute force over counts of 1, 2, 3, …
  found <- c(); most <- 12
  walk <- function(value, left, sum, squares, ones) {
    if (value > most) {
      if (left == 0 && half_up(sum / n * 10^digits) == half_up(m * 10^digits) &&
          half_up(10 * sqrt(max(0, squares - sum^2 / n) / divisor)) == half_up(10 * s)) found <<- union(found, ones)
      return(invisible())
    }
    for (k in 0:left) {
      if (sum + k * value > n * (m + 0.06)) break
      walk(value + 1, left - k, sum + k * value, squares + k * value^2, if (value == 1) k else ones)
    }
  }
  walk(1, n, 0, 0, 0)
  sort(found)
}
show("single device, 1.33 ± 0.7 of 12", singles(12, 1.33, 0.7, 2, 11)); show("… with divisor n", singles(12, 1.33, 0.7, 2, 12))
show("single device, 2.5 ± 1.2 of 11", singles(11, 2.5, 1.2, 1, 10))

samples <- function(n, m, s, digits) { # every sample of integers from 1 with that mean and SD, a half rounded either way
  scale <- 10^(digits > 0); found <- list()
  walk <- function(value, left, sofar) {
    if (value > 7) {
      fits <- left == 0 && abs(mean(sofar) - m) * 10^digits <= 0.5 + 1e-9 && abs(sd(sofar) - s) * scale <= 0.5 + 1e-9
      if (fits) found[[length(found) + 1]] <<- sofar
    } else for (k in 0:left) if (sum(sofar) + k * value + (left - k) * (value + 1) <= n * (m + 0.5)) walk(value + 1, left - k, c(sofar, rep(value, k)))
  }
  walk(1, n, c()); found
}
exact_rank_sum <- function(a, b) { # two-sided, with ties, by the distribution of the rank sum over all draws
  r <- 2 * rank(c(a, b)); n1 <- length(a); ways <- matrix(0, n1 + 1, sum(r) + 1); ways[1, 1] <- 1
  for (x in r) for (k in n1:1) { to <- (x + 1):ncol(ways); ways[k + 1, to] <- ways[k + 1, to] + ways[k, to - x] }
  d <- ways[n1 + 1, ] / choose(length(r), n1); s <- seq_along(d) - 1; mid <- n1 * (length(r) + 1)
  sum(d[abs(s - mid) >= abs(sum(r[1:n1]) - mid) - 1e-9])
}
tests_of <- function(one, other) { # ranges of p by Welch, Student and ranks over every pair of samples
  pairs <- unlist(lapply(one, function(x) lapply(other, function(y) list(x, y))), recursive = FALSE)
  apply(sapply(pairs, function(q) c(t.test(q[[1]], q[[2]])$p.value, t.test(q[[1]], q[[2]], var.equal = TRUE)$p.value, exact_rank_sum(q[[1]], q[[2]]))), 1, range)
}
a <- samples(12, 1.33, 0.7, 2); b <- samples(12, 2.5, 1.2, 1); show("devices, ways, ranges of p", length(a), length(b), tests_of(a, b))
a <- samples(12, 1, 0, 0); b <- samples(12, 1.7, 0.8, 1); show("catheters, ways, ranges of p", length(a), length(b), tests_of(a, b))
show("if all took one", tests_of(list(rep(1, 12)), b))

hedges <- function(m1, s1, m2, s2, n) { # g with the exact interval of the noncentral t, n in each group
  s <- sqrt((s1^2 + s2^2) / 2); t <- (m1 - m2) / (s * sqrt(2 / n)); df <- 2 * n - 2
  ncp <- sapply(c(0.975, 0.025), function(a) uniroot(function(d) pt(t, df, d) - a, c(t - 6, t + 6), tol = 1e-10)$root)
  j <- exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  j * c((m1 - m2) / s, ncp * sqrt(2 / n))
}
for (m in list(c(1.3, 0.7, 2.5, 1.2), c(1.33, 0.7, 2.5, 1.2), c(1, 0, 1.7, 0.8), c(55, 17, 73, 24))) show(paste("Hedges's g", paste(m, collapse = " ")), hedges(m[3], m[4], m[1], m[2], 12))
for (k in list(c(11, 12, 3, 11), c(9, 10, 3, 11), c(11, 12, 3, 12), c(11, 12, 4, 12), c(9, 12, 3, 11), c(11, 12, 7, 11), c(11, 12, 7, 12), c(11, 12, 8, 12))) show(paste("reading", paste(k, collapse = " ")), 100 * do.call(newcombe, as.list(k)), 100 * do.call(difference_score, as.list(k)))
for (k in list(c(11, 11 / 12, 3 / 11), c(38, 11 / 12, 7 / 11))) show("Fisher's power with n and n - 1", sapply(k[1] - 0:1, function(n) fisher_power(n, n, k[2], k[3])))
show("t tests, patients", ceiling(power.t.test(delta = 1.17, sd = sqrt((0.49 + 1.44) / 2), power = 0.8)$n), ceiling(power.t.test(delta = 18, sd = sqrt((17^2 + 24^2) / 2), power = 0.8)$n))

hm <- function(a, m, n) { q1 <- a / (2 - a); q2 <- 2 * a^2 / (1 + a); sqrt((a * (1 - a) + (m - 1) * (q1 - a^2) + (n - 1) * (q2 - a^2)) / (m * n)) }
newcombe_area <- function(a, m, n) { # score interval by the model of Hanley and McNeil, group sizes replaced by their mean
  k <- (m + n) / 2 - 1
  f <- function(t) (a - t)^2 - z2 * t * (1 - t) * (1 + k * (1 - t) / (2 - t) + k * t / (1 + t)) / (m * n)
  c(uniroot(f, c(1e-9, a), tol = 1e-12)$root, uniroot(f, c(a, 1 - 1e-9), tol = 1e-12)$root)
}
areas <- function(a, b, sa, sb, r) { s <- sqrt(sa^2 + sb^2 - 2 * r * sa * sb); c(a - b, (a - b) + c(-1, 1) * sqrt(z2) * s, 2 * pnorm(-abs(a - b) / s)) }
both <- function(x, y, r) { # P(X <= x, Y <= y), standard normal
  if (r >= 1) return(pnorm(min(x, y)))
  if (r <= -1) return(max(0, pnorm(x) + pnorm(y) - 1))
  integrate(function(u) dnorm(u) * pnorm((y - r * u) / sqrt(1 - r^2)), -Inf, x, rel.tol = 1e-12)$value
}
area_cov <- function(a, b, m, n, r) { p <- function(r) both(qnorm(a), qnorm(b), r) - a * b; (p(r) + (m + n - 2) * p(r / 2)) / (m * n) }
area_cor <- function(a, b, m, n, r) area_cov(a, b, m, n, r) / sqrt(area_cov(a, a, m, n, 1) * area_cov(b, b, m, n, 1))

cat("# ciobotaru-2018\n")
m <- 15; n <- 40; printed <- (0.99 - 0.77) / 2 / qnorm(0.975)
for (a in c(0.88, 0.6, 0.53)) show(paste("area", a), hm(a, m, n), newcombe_area(a, m, n), a + c(-1, 1) * sqrt(z2) * hm(a, m, n))
show("printed standard error", printed)
for (b in c(0.6, 0.53)) {
  show(paste("possible correlations, 0.88 and", b), area_cor(0.88, b, m, n, -1), area_cor(0.88, b, m, n, 1))
  sa <- hm(0.88, m, n); sb <- hm(b, m, n)
  show("p is 0.05 at", (sa^2 + sb^2 - (0.88 - b)^2 / z2) / (2 * sa * sb))
  for (r in c(-1, -0.5, 0, 0.25, 0.5, 0.75, 1)) { k <- area_cor(0.88, b, m, n, r); show(paste("scores", r), k, areas(0.88, b, sa, sb, k)) }
  worst <- function(r) max(sapply(c(0.875, 0.88, 0.885), function(x) sapply(b + c(-0.005, 0, 0.005), function(y) max(areas(x, y, hm(x, m, n), hm(y, m, n), r)[4], areas(x, y, printed, hm(y, m, n), r)[4]))))
  show("largest p over the rounding, at 0", worst(0)); show("… at the least possible", worst(area_cor(0.88, b, m, n, -1)))
}
for (b in c(0.6, 0.53)) { s <- sqrt(b * (1 - b) / 14); show("greatest standard error, p", s, max(areas(0.88, b, hm(0.88, m, n), s, 0)[4], areas(0.88, b, printed, s, 0)[4])) }
wald_z <- function(x1, n1, x2, n2) { p <- x1 / n1; q <- x2 / n2; 2 * pnorm(-abs(p - q) / sqrt(p * (1 - p) / n1 + q * (1 - q) / n2)) }
for (k in list(c(1, 21, 14, 51), c(1, 21, 15, 55), c(1, 21, 14, 55))) {
  args <- as.list(k)
  show(paste("tests", paste(k, collapse = " ")), do.call(fisher, args), 2 * fisher.test(do.call(table2, args), alternative = "less")$p.value, do.call(midp, args), do.call(chi2, args), do.call(n1, args), do.call(yates, args), do.call(g, args), do.call(wald_z, args))
  show("difference", do.call(newcombe, args), do.call(difference_score, args))
  show("ratio, odds ratio", (k[1] / k[2]) / (k[3] / k[4]), do.call(ratio_score, args), fisher.test(do.call(table2, args))$estimate, odds_limits(k[1], k[2], k[1] + k[3], k[4]))
}
show("one leak more, Fisher", fisher(2, 21, 14, 51))
show("at most 1 of 21, %", 100 * pbinom(1, 21, c(0.05, 0.1, 0.15, 0.2, 0.25, 0.3))); show("exact upper 95 %, one-sided", binom.test(1, 21, conf.level = 0.9)$conf.int[2])
show("14 of 51", exact(14, 51))
guided <- c(rep(1, 20), 2)
for (others in list(c(rep(1, 44), rep(2, 4), rep(3, 3)), c(rep(1, 43), rep(2, 7), 4))) {
  show("prostheses, SDs with divisor n", mean(guided), sd(guided) * sqrt(20 / 21), mean(others), sd(others) * sqrt(50 / 51))
  w <- t.test(guided, others)
  show("p", t.test(guided, others, var.equal = TRUE)$p.value, w$p.value, t.test(guided, others, alternative = "less")$p.value, exact_rank_sum(guided, others), wilcox.test(guided, others, exact = FALSE, correct = FALSE)$p.value, fisher(1, 21, sum(others > 1), 51))
  show("difference", mean(others) - mean(guided), -rev(w$conf.int))
}
quartile_units <- function(n) 2 * qnorm((0.75 * n - 0.125) / (n + 0.25))
wan <- function(q, n) c(mean(q), (q[3] - q[1]) / quartile_units(n)); luo <- function(q, n) { w <- 0.7 + 0.39 / n; c(w * (q[1] + q[3]) / 2 + (1 - w) * q[2], (q[3] - q[1]) / 1.35) }
for (x in list(list(c(11.1, 13.5, 15), c(13.4, 19, 23)), list(c(1548, 1978, 4800), c(1811, 7291, 12734)))) for (route in list(wan, luo)) {
  a <- route(x[[1]], 21); b <- route(x[[2]], 51); la <- route(log(x[[1]]), 21); lb <- route(log(x[[2]]), 51)
  se <- sqrt((a[2] / a[1])^2 / 21 + (b[2] / b[1])^2 / 51)
  show("means, difference, p", a, b, welch(a[1], a[2], 21, b[1], b[2], 51))
  show("ratio of means; from logarithms", b[1] / a[1] * exp(c(0, -1, 1) * sqrt(z2) * se), exp(welch(lb[1], lb[2], 51, la[1], la[2], 21)[1:3]))
}

cat("# qian-2017\n")
for (a in c(0.85, 0.75)) for (k in c(3, 6, 9)) show(paste("area", a, "with", k, "of 18"), newcombe_area(a, k, 18 - k))
critical <- function(m, n) { u <- ceiling(m * n / 2):(m * n); min(u[2 * (1 - pwilcox(u - 1, m, n)) < 0.05]) / (m * n) }
binormal_var <- function(auc, k) { a2 <- (1.414 * qnorm(auc))^2; 0.0099 * exp(-a2 / 2) * (5 * a2 + 8 + (a2 + 8) / k) }
findable <- function(m, n) { a <- 0.51 + (0:488) / 1000; min(a[pnorm((sqrt(m) * (a - 0.5) - qnorm(0.975) * sqrt(binormal_var(0.5, n / m))) / sqrt(binormal_var(a, n / m))) >= 0.8]) }
for (k in c(2, 3, 6, 8, 9)) show(paste("critical and findable,", k, "of 18"), critical(k, 18 - k), findable(k, 18 - k))
show("critical, 4 and 5", critical(4, 5))
order_of <- function(second, r, m = 6, n = 12) pnorm((second - 0.85) / sqrt(area_cov(0.85, 0.85, m, n, 1) + area_cov(second, second, m, n, 1) - 2 * area_cov(0.85, second, m, n, r)))
for (k in c(3, 6, 9)) for (s in c(0.65, 0.75, 0.8)) show(paste("second", s, "first, %,", k, "of 18"), 100 * sapply(c(0, 0.5, 0.8), function(r) order_of(s, r, k, 18 - k)))
for (s in seq(0.5, 0.8, 0.05)) show(paste("second", s, "first, %"), 100 * sapply(c(0, 0.5, 0.8), function(r) order_of(s, r)))
for (r in c(0, 0.5, 0.8)) { total <- 18; while (order_of(0.75, r, round(total / 3), total - round(total / 3)) > 0.05) total <- total + 1; show(paste("patients for the right order,", r), total) }
paired <- function(second, r, m, n) { # power and events for 80 %: Obuchowski and McClish, equal standard deviations
  k <- n / m; a <- sqrt(2) * qnorm(c(0.85, second)); f <- dnorm(a / sqrt(2)) / sqrt(2); g <- -a / 2 * f # derivatives in a and in b
  v <- f^2 * (1 + 1 / k + a^2 / 2) + g^2 * (1 + k) / (2 * k)
  cv <- f[1] * f[2] * (r + r / k + r^2 * a[1] * a[2] / 2) + g[1] * g[2] * (r^2 + k * r^2) / (2 * k) + (f[1] * g[2] * a[1] + f[2] * g[1] * a[2]) * r^2 / 2
  under <- sqrt(2 * v[1] - 2 * cv); effect <- sqrt(sum(v) - 2 * cv)
  c(pnorm((sqrt(m) * (0.85 - second) - qnorm(0.975) * under) / effect), ((qnorm(0.975) * under + qnorm(0.8) * effect) / (0.85 - second))^2)
}
for (r in c(0, 0.5, 0.8)) { p <- paired(0.75, r, 6, 12); show(paste("power, %, patients,", r), 100 * p[1], ceiling(p[2]) + ceiling(2 * p[2])) }
for (s in c(0.5, 0.6, 0.7, 0.8)) show(paste("power against", s, ", %"), 100 * sapply(c(0, 0.5, 0.8), function(r) paired(s, r, 6, 12)[1]))
show("patients for 0.85 within 0.1", 3 * min(which(sapply(1:200, function(m) qnorm(0.975) * hm(0.85, m, 2 * m)) <= 0.1)))
set.seed(1)
trials <- function(r, raises, size = 40000) { # pairs won by two predictors, 6 of 18 raised
  one <- matrix(rnorm(18 * size), 18); two <- r * one + sqrt(1 - r^2) * matrix(rnorm(18 * size), 18)
  won <- function(x, raise) { w <- 0; for (i in 1:6) for (j in 7:18) w <- w + (x[i, ] + raise > x[j, ]); w }
  list(won(one, raises[1]), won(two, raises[2]))
}
for (r in c(0, 0.5, 0.8)) {
  t <- trials(r, sqrt(2) * qnorm(c(0.85, 0.75))); show(paste("simulated order, %,", r), 100 * mean((t[[2]] > t[[1]]) + (t[[2]] == t[[1]]) / 2))
  t <- trials(r, sqrt(2) * qnorm(c(0.8, 0.8))); s <- lapply(t, function(w) w >= 72 * critical(6, 12) - 1e-9 | w <= 72 * (1 - critical(6, 12)) + 1e-9); show("exactly one, both, %", 100 * mean(s[[1]] != s[[2]]), 100 * mean(s[[1]] & s[[2]]))
}

cat("# li-2017\n")
tables_p <- function(n1, n2) outer(0:n1, 0:n2, Vectorize(function(a, b) { # Fisher's p of every table
  m <- a + b; x <- max(0, m - n2):min(n1, m); d <- dhyper(x, n1, n2, m); sum(d[d <= dhyper(a, n1, n2, m) * (1 + 1e-7)])
}))
boschloo <- function(x1, n1, x2, n2) { # Fisher's p as statistic, its tail maximised over the nuisance share
  all <- tables_p(n1, n2); tail <- all <= all[x1 + 1, x2 + 1] * (1 + 1e-7)
  size <- function(p) sum(outer(dbinom(0:n1, n1, p), dbinom(0:n2, n2, p))[tail])
  grid <- seq(0.001, 0.999, 0.001); near <- grid[which.max(sapply(grid, size))]
  optimize(size, near + c(-0.002, 0.002), maximum = TRUE, tol = 1e-10)$objective
}
leak_tests <- function(...) c(fisher(...), midp(...), boschloo(...), chi2(...))
for (k in list(c(0, 21), c(3, 21))) show(paste(k, collapse = " of "), exact(k[1], k[2]), score(k[1], k[2]))
show("leak, Newcombe", newcombe(0, 21, 3, 21)); show("leak, Miettinen-Nurminen", difference_score(0, 21, 3, 21))
none_of_3 <- function(l) { w <- dhyper(0:3, 21, 21, 3) * exp(l * (0:3)); w[1] / sum(w) }
show("leak, odds ratio's upper limits", exp(uniroot(function(l) none_of_3(l) - 0.025, c(-5, 5), tol = 1e-12)$root), exp(uniroot(function(l) none_of_3(l) / 2 - 0.025, c(-5, 5), tol = 1e-12)$root))
g_test <- function(x1, n1, x2, n2) { o <- table2(x1, n1, x2, n2); e <- outer(rowSums(o), colSums(o)) / sum(o); pchisq(2 * sum(ifelse(o > 0, o * log(o / e), 0)), 1, lower.tail = FALSE) }
show("leak, n - 1 and likelihood ratio", pchisq(suppressWarnings(chisq.test(table2(0, 21, 3, 21), correct = FALSE)$statistic) * 41 / 42, 1, lower.tail = FALSE), g_test(0, 21, 3, 21), yates(0, 21, 3, 21))
for (k in list(c(0, 3), c(1, 3), c(0, 2), c(0, 4), c(0, 5))) show(paste("leaks", k[1], "and", k[2]), leak_tests(k[1], 21, k[2], 21))
for (k in list(c(0, 21, 3, 23), c(0, 21, 4, 23), c(0, 21, 5, 23), c(0, 22, 3, 22), c(0, 22, 4, 22), c(1, 22, 3, 22), c(1, 22, 4, 22), c(0, 23, 3, 21), c(1, 23, 3, 21), c(2, 23, 3, 21))) show(paste("leaks", k[1], "of", k[2], "and", k[3], "of", k[4]), 100 * newcombe(k[1], k[2], k[3], k[4]), leak_tests(k[1], k[2], k[3], k[4]))
for (k in c(1, sqrt(21) / qt(0.975, 20), sqrt(21))) show(paste("radiation, SD times", signif(k, 4)), k * c(25.3, 32.1), 100 * k * c(25.3 / 561.4, 32.1 / 651.6), welch(561.4, k * 25.3, 21, 651.6, k * 32.1, 21), student(561.4, k * 25.3, 21, 651.6, k * 32.1, 21), hedges(561.4, k * 25.3, 651.6, k * 32.1, 21))
for (n in c(21, 42, 44)) show(paste("none of", n), exact(n, n)[1], score(n, n)[1], 1 - 0.05^(1 / n), -log(0.05) / n)
fisher_power_equal <- function(n, p1, p2) sum(sapply(0:(2 * n), function(m) {
  x <- max(0, m - n):min(n, m); d <- dhyper(x, n, n, m)
  p <- sapply(d, function(o) sum(d[d <= o * (1 + 1e-7)])); sum((dbinom(x, n, p1) * dbinom(m - x, n, p2))[p <= 0.05])
}))
for (k in list(c(0, 54), c(0.25, 122), c(0.5, 316))) show(paste("power, leaks times", k[1]), sapply(c(21, k[2] - 1, k[2]), fisher_power_equal, p1 = k[1] / 7, p2 = 1 / 7), power.prop.test(p1 = k[1] / 7, p2 = 1 / 7, power = 0.8)$n)
show("radiation, n for 80 %", power.t.test(delta = 90.2, sd = sqrt(21 * (25.3^2 + 32.1^2) / 2), power = 0.8)$n)

cat("# liu-2016\n")
show("8 of 8", exact(8, 8)[1], score(8, 8)[1], 0.05^(1 / 8), qbeta(0.025, 8.5, 0.5), -log(0.05) / 8)
for (p in c(0.5, 0.55, 0.6, 0.7, 0.77, 0.8, 0.9, 0.95)) show(paste("truth", p), 100 * p^8, 100 * pbeta(p, 8.5, 0.5, lower.tail = FALSE))
show("guesses among 5, 3, 2", (1 / c(5, 3, 2))^8)
show("less Hell", newcombe(8, 8, 21, 22), fisher(8, 8, 21, 22))
fewest <- function(goal, missed) Find(function(n) qbeta(0.025, n - missed, missed + 1) > goal, (missed + 1):500)
always <- function(goal) { n <- 1:600; k <- qbinom(0.975, n, goal) + 1; max(n[pbinom(k - 1, n, 21 / 22, lower.tail = FALSE) < 0.8]) + 1 }
for (goal in c(0.8, 0.9)) show(paste("more than", goal), fewest(goal, 0), fewest(goal, 1), fewest(goal, 2), always(goal))
for (k in list(c(8, 8), c(7, 8), c(8, 9), c(8, 10))) show(paste(k, collapse = " of "), k[1] / k[2], exact(k[1], k[2]), score(k[1], k[2]))

cat("# goitein-2017\n")
devices <- list(Amplatzer = c(0.778, 12, 0.001), Watchman = c(0.315, 17, 0.203))
r_test <- function(r, n) 2 * pt(-r * sqrt((n - 2) / (1 - r^2)), n - 2)
z_test <- function(r, se) 2 * pnorm(-atanh(r) / se)
tested <- sapply(devices, function(d) { t <- qt(1 - d[3] / 2, d[2] - 2); t / sqrt(t^2 + d[2] - 2) })
readings <- list() # limits of both devices, reading by reading
for (name in names(devices)) {
  d <- devices[[name]]; value <- d[1]; n <- d[2]; r <- tested[[name]]; cb <- value / r
  show(paste(name, "p as Pearson's, z, concordance"), r_test(value, n), z_test(value, 1 / sqrt(n - 3)), z_test(value, 1 / sqrt(n - 2)), r_test(value + c(5e-4, -5e-4), n), z_test(value + c(5e-4, -5e-4), 1 / sqrt(n - 2)))
  readings[[name]] <- rbind(
    fisher_ci(value, 1 / sqrt(n - 2)), fisher_ci(value, atanh(value) / qnorm(1 - d[3] / 2)),
    fisher_ci(value, lin_error(value, r, sqrt(2 / cb - 2), n) / (1 - value^2)), fisher_ci(value, lin_error(value, r, 0, n) / (1 - value^2)))
  show(paste(name, "intervals"), t(readings[[name]]))
  show(paste(name, "r, factor, shifts"), r, cb, sqrt(2 / cb - 2), 1 / cb + sqrt(1 / cb^2 - 1))
}
mover <- function(a, al, au, b, bl, bu) (a - b) + c(0, -sqrt((a - al)^2 + (bu - b)^2), sqrt((au - a)^2 + (b - bl)^2))
for (i in 1:4) show(paste("difference, reading", i), mover(0.778, readings[[1]][i, 1], readings[[1]][i, 2], 0.315, readings[[2]][i, 1], readings[[2]][i, 2]))
gap <- atanh(0.778) - atanh(0.315)
show("difference, Fisher's z", 2 * pnorm(-gap / sqrt(1 / 10 + 1 / 15)), 2 * pnorm(-gap / sqrt((atanh(0.778) / qnorm(0.9995))^2 + (atanh(0.315) / qnorm(1 - 0.203 / 2))^2)), 2 * ((z + qnorm(0.8)) / gap)^2 + 2, sqrt((0.778 / 0.222) / (0.315 / 0.685)))
icc_limits <- function(icc, n, k, unit, df2) { # exact F limits of the coefficient, and of one rater's
  one <- if (unit == "single") icc else icc / (k - (k - 1) * icc)
  f <- 1 + k * one / (1 - one); l <- f / qf(0.975, n - 1, df2); u <- f * qf(0.975, df2, n - 1)
  single <- c(one, (l - 1) / (l + k - 1), (u - 1) / (u + k - 1)); average <- c(1 - 1 / f, 1 - 1 / l, 1 - 1 / u)
  if (unit == "single") c(single, single) else c(average, single)
}
for (d in list(c(0.915, 12), c(0.816, 17))) for (unit in c("single", "average")) {
  n <- d[2]; one <- if (unit == "single") d[1] else d[1] / (3 - 2 * d[1])
  a <- 3 * one / (n * (1 - one)); b <- 1 + a * (n - 1) # Satterthwaite, raters' mean square as error's
  dfs <- c(n * 2, (a + b)^2 / (a^2 / 2 + b^2 / ((n - 1) * 2)), (n - 1) * 2)
  show(paste("ICC", d[1], unit), unlist(lapply(dfs, function(df2) icc_limits(d[1], n, 3, unit, df2))))
}
one <- 0.816 / (3 - 2 * 0.816)
show("ceiling", one, sqrt(one), 0.816, sqrt(0.816), tested[["Watchman"]], tested[["Watchman"]] / sqrt(c(0.816, one)))
show("2 of 2", exact(2, 2), score(2, 2), 0.05^(1 / 2))
for (k in list(c(12, 17), c(12, 15), c(11, 16), c(10, 17))) { a <- fisher_ci(0.778, 1 / sqrt(k[1] - 2)); b <- fisher_ci(0.315, 1 / sqrt(k[2] - 2)); show(paste("pairs", k[1], "and", k[2]), a, b, mover(0.778, a[1], a[2], 0.315, b[1], b[2])) }
