package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.source.Closest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.report.ReportPicture;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;

/** Finds what lies in the content and is no kind of content (多余的文件): never opened, never published, but told. */
public final class UnknownFiles {
    // What operating systems, editors and version control leave behind.
    private static final Pattern IGNORED =
            Pattern.compile("\\.DS_Store|Thumbs\\.db|desktop\\.ini|~\\$.*|\\.git.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLIER_RESULTS = Pattern.compile("results-[1-9][0-9]?\\.json");
    private static final Pattern YEAR = Pattern.compile("2[0-9]{3}");
    private static final List<String> TOP = List.of(
            ContentPaths.SITE,
            ContentPaths.PLACES,
            ContentPaths.CORRECTIONS,
            ContentPaths.PRIVACY,
            ContentPaths.ARCHIVE,
            ContentPaths.ARCHIVE_REPORTS,
            ContentPaths.TEXTS,
            ContentPaths.NOTICES,
            ContentPaths.LANGUAGES);
    private static final List<String> ROUND = List.of(
            "round.yaml",
            "calendar.yaml",
            "indicators.yaml",
            "survey-plan.yaml",
            "questionnaires",
            "languages",
            "populations.csv",
            "scores.csv",
            "outcomes.yaml",
            "objections.yaml",
            "results.json",
            "survey-sample.yaml",
            "survey-sample.json",
            "inspection-draw.json");
    private static final List<String> PLACE =
            List.of("report.md", "stages.yaml", "findings.yaml", "decisions.yaml", ContentPaths.PICTURES);

    private final ContentReader content;
    private final Findings findings;

    public UnknownFiles(ContentReader content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    public void check() {
        names("", TOP, name -> YEAR.matcher(name).matches());
        names(
                ContentPaths.TEXTS,
                Stream.concat(TextReader.NAMES.stream(), TextReader.FURTHER.stream())
                        .map(name -> name + ".md")
                        .toList(),
                SiteLanguageReader::isSibling);
        names(ContentPaths.NOTICES, List.of(), name -> name.endsWith(".md"));
        List<String> languages = SiteLanguageReader.languages(content.folder(), findings);
        names(
                ContentPaths.LANGUAGES,
                languages.stream()
                        .flatMap(language -> Stream.of(language + ".yaml", language + ".csv"))
                        .toList(),
                name -> false);
        for (String year : content.folder().list("", findings)) {
            if (YEAR.matcher(year).matches()) {
                names(year, List.of(), PlaceCode::isValid);
            }
        }
        content.rounds().forEach(this::round);
    }

    private void round(RoundKey key) {
        names(
                key.toString(),
                ROUND,
                name -> PlaceCode.isValid(name) || EARLIER_RESULTS.matcher(name).matches());
        List<String> audiences = Arrays.stream(Audience.values())
                .map(audience -> audience.key() + ".yaml")
                .toList();
        names(ContentPaths.questionnaires(key), audiences, name -> false);
        List<String> languages = content.languages(key).stream()
                .map(language -> language + ".yaml")
                .toList();
        names(ContentPaths.languages(key), languages, name -> false);
        Set<PlaceCode> places =
                content.round(key).map(Round::places).map(Set::copyOf).orElse(Set.of());
        for (String name : content.folder().list(key.toString(), findings)) {
            if (PlaceCode.isValid(name)) {
                place(key, new PlaceCode(name), places);
            }
        }
    }

    private void place(RoundKey key, PlaceCode code, Set<PlaceCode> places) {
        String folder = key + "/" + code;
        // Without a readable round.yaml nobody knows the places of the round.
        if (!places.isEmpty() && !places.contains(code)) {
            findings.error(Location.of(folder), "目录的地区 " + code + " 不在本轮 places 中", "请核对代码，或移走目录");
        }
        names(folder, PLACE, name -> false);
        names(folder + "/" + ContentPaths.PICTURES, List.of(), ReportPicture::isName);
    }

    private void names(String folder, List<String> known, Predicate<String> alsoKnown) {
        List<String> unknown = new ArrayList<>(content.folder().list(folder, findings));
        unknown.removeIf(name -> known.contains(name)
                || alsoKnown.test(name)
                || IGNORED.matcher(name).matches());
        for (String name : unknown) {
            String hint =
                    Closest.to(name, known).map(meant -> "是否应为 " + meant + "？").orElse("这里的其他文件不会被读取，也不会公布；请移到别处");
            findings.warning(Location.of(folder.isEmpty() ? name : folder + "/" + name), "不认识的文件或目录", hint);
        }
    }
}
