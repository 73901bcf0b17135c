import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/**
 * The result of {@code survey estimate} on the New York City School Survey 2011 as one static page: means with 95 % intervals by
 * audience and district. Run as a source file; the class path is the survey server's jar.
 *
 * <p>Arguments: the result (JSON), the case's design (JSON, for the source line), the folder of the page.
 */
public final class NycSite {
    private static final Map<String, String> WORDS = Map.of(
            "parent", "Parents", "student", "Students", "teacher", "Teachers",
            "safety", "Safety and respect", "communication", "Communication", "engagement", "Engagement",
            "academic", "Academic expectations");

    private NycSite() {}

    public static void main(String[] arguments) throws IOException {
        Json result = JsonText.parse(Files.readAllBytes(Path.of(arguments[0])));
        Json design = JsonText.parse(Files.readAllBytes(Path.of(arguments[1])));
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Files.writeString(folder.resolve("index.html"), page(result, text(design, "source")));
    }

    private static String page(Json result, String source) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>New York City School Survey 2011: means with 95 %% intervals</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a }
                table { border-collapse: collapse; margin: 1rem 0 2rem }
                caption { text-align: left; font-weight: 600; padding: .5rem 0 }
                th, td { border-bottom: 1px solid #bbb; padding: .25rem .75rem; text-align: right }
                th[scope=row], thead th:first-child, thead th:nth-child(2) { text-align: left }
                .note { border-left: 4px solid #005a9c; padding-left: 1rem }
                </style>
                </head>
                <body>
                <main>
                <h1>New York City School Survey 2011</h1>
                <p class="note">These are real data of another place and another survey, shown to try the estimators. They are no
                evaluation by this project and say nothing about any government's education duties.</p>
                <p>Mean scores from 0 to 10. Schools are the sampling units, districts the strata, each school weighs as many as responded
                there; intervals use Taylor linearisation and t with the schools less the districts as degrees of freedom. n counts
                schools.</p>
                %s%s
                <p>Source: %s. Licence: public data of the City of New York (NYC Open Data terms of use); they are not part of
                this project.</p>
                </main>
                </body>
                </html>
                """
                .formatted(
                        table(result, "byAudience", "All ten districts, by topic and audience", "variable", "audience"),
                        table(result, "byDistrict", "Academic expectations, by district and audience", "district", "audience"),
                        escaped(source));
    }

    private static String table(Json result, String analysis, String caption, String first, String second) {
        List<Json> rows = items(result, "results").stream()
                .filter(each -> text(each, "id").equals(analysis))
                .flatMap(each -> items(each, "rows").stream())
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the result has no rows of " + analysis);
        }
        return """
                <table>
                <caption>%s</caption>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">Mean</th><th scope="col">95 %% interval</th><th scope="col">n</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """
                .formatted(
                        caption,
                        first.equals("variable") ? "Topic" : "District",
                        "Audience",
                        rows.stream().map(row -> line(row, first, second)).collect(Collectors.joining("\n")));
    }

    private static String line(Json row, String first, String second) {
        Json key = field(row, "key");
        Json values = field(row, "values");
        String interval = has(values, "ciLow")
                ? number(values, "ciLow", 2) + " to " + number(values, "ciHigh", 2)
                : "not estimable";
        String mean = has(values, "estimate") ? number(values, "estimate", 2) : "no answers";
        return "<tr><th scope=\"row\">" + word(text(key, first)) + "</th><td>" + word(text(key, second)) + "</td><td>" + mean
                + "</td><td>" + interval + "</td><td>" + number(values, "n", 0) + "</td></tr>";
    }

    private static String word(String key) {
        return escaped(WORDS.getOrDefault(key, key));
    }

    private static String number(Json object, String name, int decimals) {
        BigDecimal value = ((Json.Num) field(object, name)).value();
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean has(Json object, String name) {
        return ((Json.Obj) object).field(name).isPresent();
    }

    private static String text(Json object, String name) {
        return ((Json.Str) field(object, name)).value();
    }

    private static List<Json> items(Json object, String name) {
        return ((Json.Arr) field(object, name)).items();
    }

    private static Json field(Json object, String name) {
        return ((Json.Obj) object).field(name).orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
