package org.gongshi.evaluation.satisfaction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;

/**
 * All that ever leaves the survey (公布的调查结果): written once as {@code results.json}, then frozen.
 *
 * @param plan digest of the locked survey plan
 * @param questionnaires digest of each audience's questionnaire
 * @param method version of the method
 * @param opened first day of the survey
 * @param closed last day of the survey
 * @param released day of the release
 * @param releasedBy the two different people, by role name, who released
 * @param analysis weights, reliability, composites, comparisons
 * @param collected how the answers came in, and the root of their receipts
 * @param deviations strata that were not weighted as the locked plan says; empty when the plan was followed
 */
@Article(9)
public record ReleasedResults(
        RoundKey round,
        Digest plan,
        Map<Audience, Digest> questionnaires,
        String method,
        LocalDate opened,
        LocalDate closed,
        LocalDate released,
        List<String> releasedBy,
        List<AudienceResult> results,
        Analysis analysis,
        Collected collected,
        List<Deviation> deviations) {
    public ReleasedResults {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(plan, "plan");
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        digests.putAll(questionnaires);
        questionnaires = Collections.unmodifiableMap(digests);
        Require.text(method, "method");
        Require.that(!closed.isBefore(opened), "closed before opened");
        Require.that(!released.isBefore(closed), "released before closed");
        releasedBy = List.copyOf(releasedBy);
        Require.that(
                releasedBy.size() == 2 && new HashSet<>(releasedBy).size() == 2,
                "a release needs two different people");
        results = List.copyOf(results);
        Set<String> rows = new HashSet<>();
        for (AudienceResult row : results) {
            String key = row.place() + " " + row.audience().key() + " "
                    + row.stage().map(SchoolStage::key).orElse("-") + " "
                    + row.mode().key();
            Require.that(rows.add(key), "a row twice: ", key);
        }
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(collected, "collected");
        deviations = List.copyOf(deviations);
        for (Deviation one : deviations) {
            Require.that(!one.decided().isBefore(closed), "a deviation is decided after the close: ", one.decided());
            Require.that(
                    !released.isBefore(one.decided()), "a deviation is decided before the release: ", one.decided());
        }
    }

    /** A release that followed its plan. */
    public ReleasedResults(
            RoundKey round,
            Digest plan,
            Map<Audience, Digest> questionnaires,
            String method,
            LocalDate opened,
            LocalDate closed,
            LocalDate released,
            List<String> releasedBy,
            List<AudienceResult> results,
            Analysis analysis,
            Collected collected) {
        this(
                round,
                plan,
                questionnaires,
                method,
                opened,
                closed,
                released,
                releasedBy,
                results,
                analysis,
                collected,
                List.of());
    }

    /** A release of rows alone. */
    public ReleasedResults(
            RoundKey round,
            Digest plan,
            Map<Audience, Digest> questionnaires,
            String method,
            LocalDate opened,
            LocalDate closed,
            LocalDate released,
            List<String> releasedBy,
            List<AudienceResult> results) {
        this(
                round,
                plan,
                questionnaires,
                method,
                opened,
                closed,
                released,
                releasedBy,
                results,
                Analysis.NONE,
                Collected.NONE);
    }

    /** The same release with the root of the receipts of its answers. */
    public ReleasedResults with(Receipts receipts) {
        return new ReleasedResults(
                round,
                plan,
                questionnaires,
                method,
                opened,
                closed,
                released,
                releasedBy,
                results,
                analysis,
                new Collected(collected.ways(), Optional.of(receipts)),
                deviations);
    }

    /** The probability sample's result of a place and audience over all stages. */
    public Optional<AudienceResult> find(PlaceCode place, Audience audience) {
        return results.stream()
                .filter(result -> result.place().equals(place)
                        && result.audience() == audience
                        && result.stage().isEmpty()
                        && result.mode() == AudienceResult.Mode.PROBABILITY)
                .findFirst();
    }
}
