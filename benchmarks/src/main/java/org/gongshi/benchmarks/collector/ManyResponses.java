package org.gongshi.benchmarks.collector;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.command.SurveyFolder;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.CodeState;
import org.gongshi.survey.store.ResponseStore;
import org.gongshi.survey.store.SurveyStore;

/**
 * An open survey with so many stored answers, one in ten by the open link, each other with its spent code: written through the
 * store in large pieces, sealed like any other. Drawn by a fixed seed.
 */
final class ManyResponses {
    static final Instant DAY = Instant.parse("2025-03-20T04:00:00Z");
    private static final int PIECE = 20_000;
    static final int SCHOOLS = 100;
    private static final int OPEN_LINK_OF = 10;

    private final Random random = new Random(20250320);
    private final LockedForms forms;
    private final List<Stratum> strata = new ArrayList<>();

    private ManyResponses(LockedForms forms) {
        this.forms = forms;
        for (PlaceCode place : forms.places().stream().sorted().toList()) {
            for (Audience audience : Audience.values()) {
                List<SchoolStage> stages = forms.plan().stages().getOrDefault(audience, List.of());
                stages.forEach(stage -> strata.add(new Stratum(place, audience, Optional.of(stage))));
                if (stages.isEmpty()) {
                    strata.add(new Stratum(place, audience, Optional.empty()));
                }
            }
        }
    }

    static SurveyRound round(SurveyFiles files, SurveyFolder content) {
        return new SurveyRound(
                files, Optional.of(content.newest()), content, Clock.fixed(DAY, ZoneOffset.UTC), new SecureRandom());
    }

    /** Makes the survey and fills it. */
    static void write(SurveyFiles files, SurveyFolder content, int responses) {
        LockedForms forms;
        try (SurveyRound round = round(files, content)) {
            round.open();
            forms = round.showForms();
        }
        var many = new ManyResponses(forms);
        try (var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), new SecureRandom())) {
            for (int left = responses; left > 0; left -= PIECE) {
                many.piece(store, Math.min(PIECE, left));
            }
        }
    }

    private void piece(SurveyStore store, int size) {
        List<CodeRow> codes = new ArrayList<>();
        List<ResponseStore.Entry> answers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Stratum stratum = strata.get(random.nextInt(strata.size()));
            boolean open = i % OPEN_LINK_OF == 0;
            int cluster = open || !stratum.audience().isSampledBySchool() ? 0 : 1 + random.nextInt(SCHOOLS);
            if (!open) {
                codes.add(new CodeRow(
                        new CodeHash(hex()), CodeKind.SLIP, stratum, cluster, 1, CodeState.spent(new Digest(hex()))));
            }
            answers.add(new ResponseStore.Entry(new Digest(hex()), sheet(stratum, cluster, open)));
        }
        store.codes().add(codes);
        store.responses().add(answers, List.of());
        store.responses().commit();
        store.responses().truncateLog();
    }

    private Response sheet(Stratum stratum, int cluster, boolean open) {
        Questionnaire questionnaire = forms.questionnaires().get(stratum.audience());
        Map<String, Answer> answers = new HashMap<>();
        for (Question.Rating item : questionnaire.items()) {
            int at = Math.min(random.nextInt(10), questionnaire.scale().size());
            answers.put(
                    item.code(),
                    new Answer.Chosen(
                            at < questionnaire.scale().size() && random.nextInt(20) > 0
                                    ? questionnaire.scale().get(at).value()
                                    : questionnaire.dontKnow().value()));
        }
        questionnaire
                .profile()
                .forEach(question -> answers.put(
                        question.code(),
                        new Answer.Chosen(question.options()
                                .get(random.nextInt(question.options().size()))
                                .value())));
        return new Response(
                stratum.audience(),
                stratum.place(),
                stratum.stage(),
                open ? Mode.OPEN_LINK : Mode.CODE,
                cluster,
                Set.of(),
                answers);
    }

    private String hex() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
