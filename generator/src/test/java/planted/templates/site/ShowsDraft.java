package planted.templates.site;

import planted.evaluation.report.Draft;

/** A page that knows a draft. */
public final class ShowsDraft {
    Draft draft;
}
