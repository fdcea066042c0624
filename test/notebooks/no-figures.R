# Values that annulus-agreement.test.ts and stenosis-phantoms.test.ts hold the notebooks against:
#   Rscript test/notebooks/no-figures.R
options(digits = 8)
show <- function(name, ...) cat(sprintf("%-34s", name), format(c(...), digits = 8, trim = TRUE), "\n")
z <- qnorm(0.975)

cat("# annulus-agreement\n")
other <- function(bias, sd) { # the chance of another size, annuli evenly spread over the chart
  edges <- c(18, 20, 23, 26, 30)
  1 - sum(sapply(1:4, function(i) integrate(function(d) pnorm((edges[i + 1] - d - bias) / sd) - pnorm((edges[i] - d - bias) / sd),
    edges[i], edges[i + 1], rel.tol = 1e-10)$value)) / 12
}
show("SD 0.1, 3; bias 0, then 1", other(0, 0.1), other(0, 3), other(1, 0.1), other(1, 3))
show("SD 1; bias 0, then 1", other(0, 1), other(1, 1))
half <- function(n) qt(0.975, n - 1) * sqrt(1 / n + z^2 / (2 * (n - 1)))
show("half-width of 47 and 48, SDs", half(47), half(48))

cat("# stenosis-phantoms\n")
for (r in c(0.7, 0.8, 0.9, 0.95, 0.99)) { # Fisher's z; limits in SDs between patients, Carkeet's exact outer end
  s <- sqrt(2 * (1 - r))
  show(paste("r", r), tanh(atanh(r) + c(-1, 1) * z / sqrt(5)), z * s, suppressWarnings(qt(0.975, 7, z * sqrt(8))) / sqrt(8) * s)
}
t <- qt(0.975, 6); show("critical r", t / sqrt(t^2 + 6))
show("share below the outer end at 0.95", pnorm(suppressWarnings(qt(0.975, 7, z * sqrt(8))) / sqrt(8) * sqrt(0.1)))
