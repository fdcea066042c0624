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

cat("# hell-2017\n")
half_up <- function(x) floor(x + 0.5)
allows <- function(p, n) any(half_up(100 * (0:n) / n) == p)
show("n that allow 95, 77 and 55 %", Filter(function(n) allows(95, n) && allows(77, n) && allows(55, n), 1:60))
for (k in c(21, 17, 12)) show(paste(k, "of 22"), k / 22, exact(k, 22), score(k, 22))
for (s in list(c(9, 0), c(10, 1), c(4, 0), c(5, 1), c(5, 0), c(6, 1), c(7, 2), c(8, 3), c(9, 4), c(10, 5))) show(paste("McNemar", s[1], "and", s[2]), mcnemar(s[1], s[2]), mcnemar_mid(s[1], s[2]))
range_of <- function(a, b) { both <- max(0, a + b - 22):min(a, b); range(sapply(both, function(k) mcnemar(a - k, b - k))) }
for (d in list(c(0, 0), c(1, 0), c(-1, 0), c(0, 1), c(0, -1))) show(paste("one patient", d[1], d[2]), range_of(21 + d[1], 12 + d[2]), range_of(21 + d[1], 17 + d[2]), range_of(17 + d[1], 12 + d[2]))

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
