package org.gongshi.evaluation.content;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.RoundKey;

/**
 * The files with which a round that has no survey gets one (为一轮评价设立满意度调查): plan and questionnaires of a round that has one. They
 * come together, since neither can be read without the other; the office then goes through them as through its own.
 */
public final class NewSurvey {
    /** Translations name the places of the other round. */
    private static final Pattern LANGUAGES = Pattern.compile("(?m)^languages:.*\\R");

    private final ContentFolder folder;
    private final RoundKey to;

    /** @param to the round that has no survey */
    public NewSurvey(ContentFolder folder, RoundKey to) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.to = Objects.requireNonNull(to, "to");
        Require.that(!folder.has(ContentPaths.plan(to)), "the round has a survey: ", to);
    }

    /**
     * The new files by name.
     *
     * @param from the round whose survey is taken
     * @param findings is told what of it cannot be read
     */
    public Map<String, byte[]> files(RoundKey from, Findings findings) {
        Map<String, byte[]> files = new TreeMap<>();
        new MovedTexts(folder, from, to)
                .survey(files, plan -> LANGUAGES.matcher(plan).replaceAll(""), findings);
        if (folder.has(ContentPaths.populations(to))) {
            files.remove(ContentPaths.populations(to));
        }
        return files;
    }
}
