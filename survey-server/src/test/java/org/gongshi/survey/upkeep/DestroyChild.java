package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongshi.survey.round.SurveyFiles;

/** Destroys a survey in a process of its own: tells each file that is gone, and goes on when it is told to. */
public final class DestroyChild {
    private DestroyChild() {}

    /** @param arguments the data folder, a day, a backup */
    public static void main(String... arguments) {
        new Destruction(SurveyFiles.beside(Path.of(arguments[0])), DestroyChild::tell)
                .run(new Destruction.Order(
                        List.of("档案员", "督导办主任"),
                        LocalDate.parse(arguments[1]),
                        365,
                        List.of(Path.of(arguments[2])),
                        true));
        tell(Path.of("end"));
    }

    private static void tell(Path gone) {
        System.out.println(gone.getFileName());
        try {
            System.in.read();
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }
}
