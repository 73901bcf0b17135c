package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Step;

/** Writes {@code calendar.yaml} from a form (日程表): one step is set or taken out, the others stay as they are. */
@Article({7, 8, 9})
public final class CalendarForm {
    private static final String HEAD =
            "# 年度工作日程：计划日期与实际日期\n# yaml-language-server: $schema=../../../../evaluation/src/main/"
                    + "resources/org/gongshi/evaluation/content/schema/calendar.schema.json\n";

    private CalendarForm() {}

    /** The bytes of the file with that step, in the order of the regulation. */
    public static byte[] with(ContentFolder folder, RoundKey round, List<Milestone> before, Milestone one) {
        List<Milestone> all = new ArrayList<>(without(before, one.step()));
        all.add(one);
        return bytes(folder, round, all);
    }

    /** The bytes of the file without that step. */
    public static byte[] without(ContentFolder folder, RoundKey round, List<Milestone> before, Step step) {
        return bytes(folder, round, without(before, step));
    }

    private static List<Milestone> without(List<Milestone> before, Step step) {
        return before.stream().filter(other -> other.step() != step).toList();
    }

    private static byte[] bytes(ContentFolder folder, RoundKey round, List<Milestone> milestones) {
        var text = new StringBuilder(
                YamlLines.head(folder.openIfPresent(ContentPaths.calendar(round), new Findings()), HEAD));
        text.append(milestones.isEmpty() ? "milestones: []\n" : "milestones:\n");
        milestones.stream().sorted(Comparator.comparing(Milestone::step)).forEach(one -> append(one, text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(Milestone one, StringBuilder text) {
        text.append("  - step: ").append(one.step().key()).append('\n');
        text.append("    planned: ").append(one.planned()).append('\n');
        one.actual().ifPresent(day -> text.append("    actual: ").append(day).append('\n'));
        line("document", one.document(), text);
        line("note", one.note(), text);
    }

    private static void line(String key, Optional<String> value, StringBuilder text) {
        value.ifPresent(one -> text.append("    ")
                .append(key)
                .append(": ")
                .append(YamlLines.text(one))
                .append('\n'));
    }
}
