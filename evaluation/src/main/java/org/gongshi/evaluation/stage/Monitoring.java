package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** Monitoring by the commissioned agency (第三方监测): its period, the agency, the report's title or number. */
@Article(9)
public record Monitoring(LocalDate from, LocalDate to, String agency, String report) {
    public Monitoring {
        Require.that(!to.isBefore(from), "monitoring ends before it begins");
        Require.text(agency, "agency");
        Require.text(report, "report");
    }
}
