package org.gongshi.generator.importing;

import java.util.List;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.satisfaction.Audience;

/** Where the files of each kind lie. */
final class KindPaths {
    private KindPaths() {}

    static String path(Kind kind, RoundKey round) {
        return switch (kind) {
            case SCORES -> ContentPaths.scores(round);
            case POPULATIONS -> ContentPaths.populations(round);
            case INDICATORS -> ContentPaths.indicators(round);
            case PUBLIC_QUESTIONNAIRE -> ContentPaths.questionnaire(round, Audience.PUBLIC);
            case PARENT_QUESTIONNAIRE -> ContentPaths.questionnaire(round, Audience.PARENT);
            case STUDENT_QUESTIONNAIRE -> ContentPaths.questionnaire(round, Audience.STUDENT);
            case FINDINGS -> throw new IllegalArgumentException("a file for each place");
        };
    }

    static String path(Kind kind, RoundKey round, PlaceCode place) {
        return kind == Kind.FINDINGS ? ContentPaths.problems(new Subject(round, place)) : path(kind, round);
    }

    static String schema(Kind kind) {
        return switch (kind) {
            case FINDINGS -> "findings";
            case INDICATORS -> "indicators";
            default -> "questionnaire";
        };
    }

    /** The tables as they stand within one file: the place is told by its folder. */
    static List<Table> withoutPlace(Kind kind) {
        if (kind.shape() != Kind.Shape.PLACES) {
            return kind.tables();
        }
        return kind.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        table.path(),
                        table.columns().stream()
                                .filter(column -> !column.path().equals("place"))
                                .toList()))
                .toList();
    }
}
