package org.gongshi.generator.compose;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Paths;
import org.gongshi.templates.site.Html;
import org.gongshi.templates.site.PlacePage;
import org.gongshi.templates.site.ReportPage;
import org.gongshi.templates.site.ReportPrint;

/** The pages of a report become its print: the text of the one, areas and trace of the other. */
final class PrintComposer {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern EMPTY = Pattern.compile("<((?:img|br|hr)\\b[^>]*)>");

    private PrintComposer() {}

    /** Where the print of a report stands: beside its page, under a name that says which it is once it is saved. */
    static String path(SitePaths paths, RoundView round, ApprovedReport report) {
        String page = paths.report(round.key(), report.dossier().place().code());
        String folder = page.substring(0, page.length() - SitePaths.HOME.length());
        return folder + round.key().year() + "-" + report.dossier().place().slug() + ".pdf";
    }

    /** Empty when the page offers no print. */
    static Optional<ReportPrint> print(ReportPage text, PlacePage place) {
        return text.print()
                .map(path -> new ReportPrint(
                        text.frame(),
                        path,
                        complete(text.frame(), text.body()),
                        text.contents(),
                        text.approvals(),
                        place.areas(),
                        place.trace()));
    }

    /** On paper a link has nothing to be relative to; and the print is read as XML, which closes what is empty. */
    private static Html complete(Frame frame, Html body) {
        String closed = EMPTY.matcher(body.value()).replaceAll("<$1 />");
        return new Html(LINK.matcher(closed)
                .replaceAll((MatchResult link) ->
                        Matcher.quoteReplacement("href=\"" + complete(frame, link.group(1)) + "\"")));
    }

    private static String complete(Frame frame, String link) {
        if (link.startsWith("#") || Paths.isComplete(link)) {
            return link;
        }
        String folder = frame.path().substring(0, frame.path().lastIndexOf('/') + 1);
        String rest = link;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return Frame.address(frame.site(), "") + folder + rest;
    }
}
