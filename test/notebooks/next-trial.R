# Values that next-trial.test.ts holds the notebook's outputs against:
#   Rscript test/notebooks/next-trial.R
# Base R, and pROC for the comparison of two areas; exact powers are written from their definitions.
options(digits = 9)
show <- function(name, ...) cat(sprintf("%-34s", name), format(c(...), digits = 9, trim = TRUE), "\n")
exact <- function(x, n) binom.test(x, n)$conf.int[1:2]
z <- qnorm(0.975)

cat("# leak\n")
for (k in list(c(3, 21), c(14, 51), c(17, 72), c(0, 21), c(1, 21), c(1, 42))) show(paste(k, collapse = " of "), k[1] / k[2], exact(k[1], k[2]))
corrected <- function(p1, p2) { # Fleiss
  n <- power.prop.test(p1 = p1, p2 = p2, power = 0.8)$n
  c(n, n / 4 * (1 + sqrt(1 + 4 / (n * abs(p1 - p2))))^2)
}
fisher_power <- function(n, p1, p2) {
  total <- 0
  for (m in 0:(2 * n)) {
    x <- max(0, m - n):min(n, m); d <- dhyper(x, n, n, m)
    p <- sapply(d, function(one) sum(d[d <= one * (1 + 1e-7)]))
    total <- total + sum((dbinom(x, n, p1) * dbinom(m - x, n, p2))[p <= 0.05])
  }
  total
}
ci <- exact(17, 72)
for (r in c(ci[1], 17 / 72, ci[2])) {
  n <- corrected(r / 2, r); f <- ceiling(n[2]) - 12
  while (fisher_power(f, r / 2, r) < 0.8) f <- f + 1
  show(paste("rate", format(r, digits = 4)), n, f, fisher_power(f, r / 2, r))
}
show("power of 21 and 21", fisher_power(21, 17 / 144, 17 / 72))
for (e in c(0.7, 0.5, 0.25)) show(paste("risk", e, "corrected, both ends"), corrected(e * ci[1], ci[1])[2], corrected(e * ci[2], ci[2])[2])

cat("# areas\n")
suppressMessages(library(pROC))
plan <- function(auc, r) {
  parms <- list(A1 = sqrt(2) * qnorm(auc), B1 = 1, A2 = sqrt(2) * qnorm(0.6), B2 = 1, rn = r, ra = r, delta = auc - 0.6)
  p <- power.roc.test(parms, power = 0.8, sig.level = 0.05, kappa = 40 / 15)
  c(p$ncases, p$ncontrols)
}
for (a in c(0.88, 0.77, 0.7)) for (r in c(0, 0.5, 0.8)) show(paste("area", a, "correlation", r), plan(a, r), sum(ceiling(plan(a, r))))
one <- power.roc.test(auc = 0.7, power = 0.8, sig.level = 0.05, kappa = 40 / 15); show("0.7 against chance", one$ncases, one$ncontrols)

cat("# agreement\n")
within <- function(n, mean, sd, delta) { # both intervals of the limits inside
  k <- z + qt(0.975, n - 1) * sqrt(1 / n + z^2 / (2 * (n - 1)))
  f <- function(s) { room <- delta - k * s * sd
    (pnorm((room - mean) * sqrt(n) / sd) - pnorm((-room - mean) * sqrt(n) / sd)) * dchisq(s^2 * (n - 1), n - 1) * 2 * s * (n - 1) }
  integrate(f, 0, delta / (k * sd), rel.tol = 1e-10, subdivisions = 1000)$value
}
show("power of 84 and 85", within(84, 0.5, 1, 3), within(85, 0.5, 1, 3))
half <- function(n) qt(0.975, n - 1) * sqrt(1 / n + z^2 / (2 * (n - 1)))
show("half-width of 47 and 48", half(47), half(48))
show("largest SD, without and with bias", 3 / z, 2.5 / z)
show("SD of CT - TOE", 3 * sqrt(22) / qt(0.014 / 2, 21, lower.tail = FALSE)); show("limits apart, steps", 2 * z * 3 * sqrt(22) / qt(0.007, 21, lower.tail = FALSE) / 3)

cat("# share\n")
wilson <- function(p, n) sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) * z / (1 + z^2 / n)
for (p in c(0.95, 0.9, 0.8)) { n <- 10; while (wilson(p, n) > 0.05) n <- n + 1; show(paste("Wilson", p), n) }
show("Wald", z^2 * 0.95 * 0.05 / 0.05^2)
binomial_power <- function(n) { c <- qbinom(0.025, n, 0.85, lower.tail = FALSE) + 1; pbinom(c - 1, n, 0.95, lower.tail = FALSE) }
enough <- sapply(1:300, binomial_power) >= 0.8; show("rules out 85 %, first and always", which(enough)[1], max(which(!enough)) + 1)

cat("# enrolment\n")
for (n in c(354, 116, 85, 83)) { m <- n / 10 * 0.98 / (1 - n * 0.02 / 10); show(paste(n, "in ten centres"), m, 1 + (m - 1) * 0.02, ceiling(m) * 10, ceiling(ceiling(m) * 10 / 0.9), ceiling(ceiling(m) * 10 / 0.9) / 20) }
show("354, within centres", ceiling(354 / 0.9), 394 / 20)
