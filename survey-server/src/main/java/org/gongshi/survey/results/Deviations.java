package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/** The recorded deviations from the plan as the weighting needs them (偏离方案). */
final class Deviations {
    static final Deviations NONE = new Deviations(List.of());

    private final Map<Stratum, Deviation> byStratum = new TreeMap<>();

    Deviations(List<Deviation> all) {
        all.forEach(one -> byStratum.put(new Stratum(one.place(), one.audience(), one.stage()), one));
    }

    /** Whether a deviation of that kind is recorded for the stratum. */
    boolean has(Stratum stratum, Deviation.Kind kind) {
        return of(stratum).filter(one -> one.kind() == kind).isPresent();
    }

    private Optional<Deviation> of(Stratum stratum) {
        return Optional.ofNullable(byStratum.get(stratum));
    }

    /** Whether a stratum's variance is to be taken about the mean of the whole sample. */
    boolean adjusts() {
        return byStratum.values().stream().anyMatch(one -> one.kind() == Deviation.Kind.ADJUSTED);
    }

    /** Where a merged stratum went, through all merges; the stratum itself when it was not merged. */
    Stratum home(Stratum stratum) {
        Stratum home = stratum;
        // A circle of merges ends after as many steps as there are merges.
        for (int step = 0; step <= byStratum.size() && has(home, Deviation.Kind.MERGED); step++) {
            home = new Stratum(
                    home.place(), home.audience(), byStratum.get(home).into());
        }
        return home;
    }

    /**
     * Whom the answers are weighted to: people of a stratum in which nobody answered go to the one it was merged with, or are
     * not represented. A stratum in which somebody answered keeps its own people: only its variance is collapsed.
     */
    Map<Stratum, Population> weighed(Map<Stratum, Population> frame, Set<Stratum> answered) {
        Map<Stratum, Population> weighed = new TreeMap<>(frame);
        frame.forEach((stratum, population) -> {
            Stratum home = home(stratum);
            if (!answered.contains(stratum) && !home.equals(stratum)) {
                weighed.remove(stratum);
                weighed.computeIfPresent(home, (there, own) -> sum(own, population));
            } else if (has(stratum, Deviation.Kind.NOT_COVERED)) {
                weighed.remove(stratum);
            }
        });
        return weighed;
    }

    private static Population sum(Population one, Population other) {
        return new Population(
                one.place(),
                one.audience(),
                one.stage(),
                one.people() + other.people(),
                one.schools() + other.schools(),
                one.invited() + other.invited());
    }

    /** Stages with which a stratum can be merged: of its place and audience, answered by more than one unit, nearest first. */
    static List<SchoolStage> neighbours(Stratum stratum, Collection<Stratum> answered) {
        List<SchoolStage> stages = new ArrayList<>();
        answered.stream()
                .filter(other -> !other.equals(stratum)
                        && other.place().equals(stratum.place())
                        && other.audience() == stratum.audience())
                .forEach(other -> other.stage().ifPresent(stages::add));
        stratum.stage()
                .ifPresent(own -> stages.sort(
                        Comparator.comparingInt((SchoolStage stage) -> Math.abs(stage.ordinal() - own.ordinal()))
                                // Of two as near the higher one, as the calibration's own neighbours.
                                .thenComparing(Comparator.reverseOrder())));
        return stages;
    }
}
