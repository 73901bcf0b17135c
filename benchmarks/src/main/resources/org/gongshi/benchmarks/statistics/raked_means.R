# The same columns -> rake() -> means with standard errors by R's survey package.
suppressPackageStartupMessages(library(survey))
n <- as.integer(commandArgs(TRUE)[1])
byte <- function(name, size = 1) readBin(paste0(name, ".bin"), "integer", n, size = size, signed = FALSE, endian = "little")
figure <- function(name, value) cat("figure ", name, " ", value, "\n", sep = "")
start <- proc.time()[["elapsed"]]
d <- data.frame(stratum = byte("stratum"), school = byte("school", 2), sex = byte("sex"), age = byte("age"))
items <- paste0("item", 1:20)
for (i in items) d[[i]] <- 25 * byte(i)
d$w <- 5 + (d$school %% 37) * 0.25
t <- read.csv("targets.csv")
margin <- function(name) {
  own <- t[t$margin == name, ]
  setNames(data.frame(own$category, own$people), c(name, "Freq"))
}
read <- proc.time()[["elapsed"]]
figure("reading", read - start)
design <- svydesign(ids = ~school, strata = ~stratum, weights = ~w, data = d)
raked <- rake(design, list(~stratum, ~sex, ~age), list(margin("stratum"), margin("sex"), margin("age")),
              control = list(maxit = 100, epsilon = 1e-8 * nrow(d)))
weighted <- proc.time()[["elapsed"]]
figure("weighting", weighted - read) # at once: the rest may be stopped at a limit
if (commandArgs(TRUE)[2] == "raked") {
  means <- svyby(reformulate(items), ~stratum, raked, svymean)
  stratum <- means$stratum
  est <- as.matrix(coef(means)); se <- as.matrix(SE(means))
} else {
  means <- svymean(reformulate(items), raked)
  stratum <- 36
  est <- coef(means); se <- SE(means)
}
end <- proc.time()[["elapsed"]]
out <- data.frame(item = rep(1:20, each = length(stratum)), stratum = rep(stratum, 20),
                  mean = as.vector(est), se = as.vector(se))
write.csv(out, "theirs.csv", row.names = FALSE)
figure("estimating", end - weighted)
figure("computing", end - start)
