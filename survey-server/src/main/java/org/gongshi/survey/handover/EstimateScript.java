package org.gongshi.survey.handover;

import java.util.List;
import java.util.stream.Collectors;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.intake.LockedForms;

/**
 * A script for R (survey 4.1 or later) that computes the published satisfaction indices and their standard errors from the pack: the
 * design before the margins, calibrated to them, so that the residuals are those of the release (Deville and Särndal 1992).
 */
final class EstimateScript {
    private static final String BODY = """
            read <- function(file) read.csv(file, fileEncoding = "UTF-8-BOM", colClasses = "character", check.names = FALSE)
            one <- function(audience) {
              d <- read(paste0(audience, ".csv"))
              a <- sapply(items[[audience]], function(item) unname(points[d[[item]]]))
              valid <- rowSums(!is.na(a))
              index <- ifelse(valid > 0 & valid >= minimum * ncol(a), rowMeans(a, na.rm = TRUE), NA)
              m <- grep("^margin_", names(d), value = TRUE)
              data.frame(audience, place = d$place, stratum = d$stratum, psu = d$psu, d[m],
                         before = as.numeric(d$weight_before), weight = as.numeric(d$weight), index)
            }
            rows <- do.call(rbind, lapply(names(items), one))
            rows <- rows[!is.na(rows$weight), ]
            # 域外的行留在设计里，其值不起作用，但不能是 NA
            has <- !is.na(rows$index)
            rows$index[!has] <- 0
            m <- grep("^margin_", names(rows), value = TRUE)
            totals <- read("margins.csv")
            for (name in m) rows[[name]] <- factor(rows[[name]], levels = totals$category[totals$margin == name])
            design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~before, data = rows)
            populations <- lapply(m, function(name) {
              of <- totals[totals$margin == name, ]
              setNames(data.frame(factor(of$category, levels = of$category), as.numeric(of$people)), c(name, "Freq"))
            })
            design <- calibrate(design, lapply(m, reformulate), populations, calfun = "raking", epsilon = 1e-11, maxit = 2000)
            # 重新校准得到的权数就是交付的最终权数
            stopifnot(max(abs(weights(design) / rows$weight - 1)) < 1e-6)
            cat("audience,place,n,index,se\n")
            for (audience in names(items)) for (place in c("", sort(unique(rows$place)))) {
              inside <- has & rows$audience == audience & (place == "" | rows$place == place)
              if (any(inside)) {
                mean <- svymean(~index, design[inside, ])
                cat(sprintf("%s,%s,%d,%.6f,%.6f\n", audience, place, sum(inside), coef(mean), SE(mean)))
              }
            }
            """;

    private EstimateScript() {}

    /** Only numbers and codes of the locked files enter the script, never a text. */
    static String of(LockedForms forms) {
        SurveyPlan plan = forms.plan();
        String points = plan.mapping().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\" = " + entry.getValue().toPlainString())
                .collect(Collectors.joining(", "));
        String items = forms.questionnaires().values().stream()
                .map(form -> form.audience().key() + " = " + codes(form.items()))
                .collect(Collectors.joining(",\n  "));
        String lonely = plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL ? "fail" : "adjust";
        return "# 重算公布的满意度指数和标准误：Rscript estimate.R（需 R 的 survey 包）。place 为空是全域。\nlibrary(survey)\n"
                + "options(survey.lonely.psu = \"" + lonely + "\")\npoints <- c(" + points + ")\nminimum <- "
                + plan.minimumAnswered().toPlainString() + "\nitems <- list(\n  " + items + ")\n" + BODY;
    }

    private static String codes(List<Question.Rating> items) {
        return items.stream()
                .map(item -> "\"" + item.code().replaceAll("[^A-Za-z0-9_.-]", "") + "\"")
                .collect(Collectors.joining(", ", "c(", ")"));
    }
}
