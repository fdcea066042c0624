# Makes wide.json: R's own distribution functions on a grid much wider than the 40-digit one,
# with the large shapes, small chances and far tails where other libraries fail.
# Rscript wide.R > wide.json   (R 4.2.2, base)
set.seed(20240611)
cases <- character(); values <- character()
num <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
add <- function(fn, args, value) {
  if (!is.finite(value) || (value != 0 && abs(value) < 1e-290)) return(invisible())
  cases[length(cases) + 1] <<- sprintf('{"fn":"%s","args":[%s]}', fn, paste(num(args), collapse = ","))
  values[length(values) + 1] <<- num(value)
}
# every argument is rounded to a decimal that a double reads back exactly as printed
n <- 80
for (i in 1:n) {
  a <- signif(10^runif(1, -2, 5), 4); x <- signif(max(1e-8, a + rnorm(1) * 5 * sqrt(a)), 5)
  add("gamma.cdf", c(x, a), pgamma(x, a)); add("gamma.sf", c(x, a), pgamma(x, a, lower = FALSE))
  add("chi2.sf", c(2 * x, 2 * a), pchisq(2 * x, 2 * a, lower = FALSE))
  b <- signif(10^runif(1, -2, 4), 4); y <- signif(rbeta(1, a, b), 5)
  if (y > 0 && y < 1) { add("beta.cdf", c(y, a, b), pbeta(y, a, b)); add("beta.sf", c(y, a, b), pbeta(y, a, b, lower = FALSE)) }
  df <- signif(10^runif(1, -1, 6), 4); t <- signif(rnorm(1) * 10^runif(1, -3, 1.5), 5)
  add("t.sf", c(t, df), pt(t, df, lower = FALSE)); add("t.cdf", c(t, df), pt(t, df))
  f <- signif(10^runif(1, -2, 2), 4)
  add("F.cdf", c(f, a, df), pf(f, a, df)); add("F.sf", c(f, a, df), pf(f, a, df, lower = FALSE))
  z <- signif(rnorm(1) * 12, 5)
  add("normal.sf", z, pnorm(z, lower = FALSE)); add("normal.logcdf", z, pnorm(z, log.p = TRUE))
  lp <- signif(10^-runif(1, 0, 280), 4); add("normal.quantile", lp, qnorm(lp))
  size <- round(10^runif(1, 0, 5)); p <- signif(runif(1)^3, 4); k <- min(size, max(0, round(size * p + rnorm(1) * 4 * sqrt(size * p * (1 - p)))))
  add("binomial.cdf", c(k, size, p), pbinom(k, size, p)); add("binomial.sf", c(k, size, p), pbinom(k, size, p, lower = FALSE))
  add("binomial.pmf", c(k, size, p), dbinom(k, size, p))
  m <- signif(10^runif(1, -3, 5), 4); k <- max(0, round(m + rnorm(1) * 4 * sqrt(m)))
  add("poisson.cdf", c(k, m), ppois(k, m)); add("poisson.sf", c(k, m), ppois(k, m, lower = FALSE)); add("poisson.pmf", c(k, m), dpois(k, m))
  w <- round(10^runif(1, 0, 4)); bl <- round(10^runif(1, 0, 4)); d <- sample(0:(w + bl), 1)
  mu <- d * w / (w + bl); k <- min(w, d, max(0, d - bl, round(mu + rnorm(1) * 3 * sqrt(mu * bl / (w + bl)))))
  add("hypergeometric.cdf", c(k, w, bl, d), phyper(k, w, bl, d)); add("hypergeometric.sf", c(k, w, bl, d), phyper(k, w, bl, d, lower = FALSE))
  add("hypergeometric.pmf", c(k, w, bl, d), dhyper(k, w, bl, d))
}
cat('{\n"schema":"golden/1","id":"wide","area":"distributions","statistic":"distribution",\n')
cat('"source":"random grid, seed 20240611","reference":"R 4.2.2 base; wide.R","tolerance":1e-10,"absTolerance":0,\n')
cat('"input":{"cases":[\n', paste(cases, collapse = ",\n"), '\n]},\n"expected":{"values":[', paste(values, collapse = ",\n"), ']}\n}\n', sep = "")
