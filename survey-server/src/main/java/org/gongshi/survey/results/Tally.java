package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Doubt;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;

/**
 * One pass over the answers into counts (计数): place × audience × stage × mode × school × item × option, and the person index
 * of every respondent who answered enough. From here on nothing depends on the number of respondents. Not thread-safe.
 */
final class Tally {
    private final SurveyPlan plan;
    private final Map<Audience, Questionnaire> questionnaires;
    private final Set<PlaceCode> places;
    private final Map<Audience, Map<Integer, Integer>> positions = new EnumMap<>(Audience.class);
    private final TreeMap<CellKey, Cell> cells = new TreeMap<>();
    private final Map<Audience, ItemSums> sums = new EnumMap<>(Audience.class);
    private final Map<Audience, Map<Way, Long>> ways = new EnumMap<>(Audience.class);
    private final Map<Audience, Map<Way, Long>> doubted = new EnumMap<>(Audience.class);
    private final Set<String> excluded;
    private long blank;
    private long foreign;

    Tally(SurveyPlan plan, Map<Audience, Questionnaire> questionnaires, Collection<PlaceCode> places) {
        this.plan = plan;
        this.places = Set.copyOf(places);
        this.questionnaires = Map.copyOf(questionnaires);
        this.excluded = plan.weighting().excluded().stream().map(Doubt::key).collect(Collectors.toSet());
        questionnaires.forEach((audience, questionnaire) -> {
            positions.put(audience, positions(questionnaire));
            sums.put(audience, new ItemSums(questionnaire.items().size(), plan.mapping()));
            ways.put(audience, new EnumMap<>(Way.class));
            doubted.put(audience, new EnumMap<>(Way.class));
        });
    }

    private static Map<Integer, Integer> positions(Questionnaire questionnaire) {
        Map<Integer, Integer> position = new HashMap<>();
        for (Option option : questionnaire.scale()) {
            position.put(option.value(), position.size());
        }
        position.put(questionnaire.dontKnow().value(), position.size());
        return position;
    }

    /** Counts one sheet. */
    void add(Response sheet) {
        Questionnaire questionnaire = questionnaires.get(sheet.audience());
        Integer[] chosen = questionnaire == null ? new Integer[0] : chosen(sheet, questionnaire.items());
        if (questionnaire == null || !fits(sheet, chosen)) {
            foreign++;
            return;
        }
        if (Arrays.stream(chosen).allMatch(Objects::isNull)) {
            blank++;
            return;
        }
        int width = questionnaire.scale().size() + 1;
        ways.get(sheet.audience()).merge(sheet.mode().way(), 1L, Long::sum);
        if (!sheet.flags().isEmpty()) {
            doubted.get(sheet.audience()).merge(sheet.mode().way(), 1L, Long::sum);
        }
        count(
                sheet,
                chosen,
                questionnaire,
                cells.computeIfAbsent(key(sheet, questionnaire), absent -> new Cell(chosen.length, width)));
    }

    /** The chosen value of every item, in order; null where an item was left out. */
    private static Integer[] chosen(Response sheet, List<Question.Rating> items) {
        Integer[] chosen = new Integer[items.size()];
        for (int item = 0; item < chosen.length; item++) {
            chosen[item] = sheet.chosen(items.get(item).code()).orElse(null);
        }
        return chosen;
    }

    /** The cell in which a sheet of the probability sample is counted; empty for one that is not of it or counts nowhere. */
    Optional<CellKey> place(Response sheet) {
        Questionnaire questionnaire = questionnaires.get(sheet.audience());
        if (questionnaire == null || !sheet.mode().isOfTheSample()) {
            return Optional.empty();
        }
        Integer[] chosen = chosen(sheet, questionnaire.items());
        boolean counts = fits(sheet, chosen) && !Arrays.stream(chosen).allMatch(Objects::isNull);
        return counts ? Optional.of(key(sheet, questionnaire)) : Optional.empty();
    }

    /** Only answers of the sample carry what they are weighted by; a volunteer's place is all that is known. */
    private CellKey key(Response sheet, Questionnaire questionnaire) {
        boolean byCode = sheet.mode().isOfTheSample();
        Stratum stratum = new Stratum(sheet.place(), sheet.audience(), byCode ? sheet.stage() : Optional.empty());
        boolean clustered = byCode && sheet.audience().isSampledBySchool();
        return new CellKey(
                stratum,
                byCode ? Mode.CODE : sheet.mode(),
                clustered ? sheet.cluster() : 0,
                byCode ? profile(sheet, questionnaire) : List.of(),
                sheet.flags().stream().anyMatch(flag -> excluded.contains(flag.key())));
    }

    private List<Integer> profile(Response sheet, Questionnaire questionnaire) {
        return plan.weighting().margins(sheet.audience()).stream()
                .map(margin -> questionnaire
                        .profile(margin.question())
                        .flatMap(question -> sheet.chosen(question.code()).map(value -> position(question, value)))
                        .orElse(-1))
                .toList();
    }

    /** The number of the option with that value; −1 when there is none. */
    private static int position(Question.Choice question, int value) {
        return question.options().stream().map(Option::value).toList().indexOf(value);
    }

    private boolean fits(Response sheet, Integer[] chosen) {
        if (!places.contains(sheet.place()) || sheet.mode().isOfTheSample() && !standsInTheDesign(sheet)) {
            return false;
        }
        Map<Integer, Integer> position = positions.get(sheet.audience());
        return Arrays.stream(chosen).filter(Objects::nonNull).allMatch(position::containsKey);
    }

    private boolean standsInTheDesign(Response sheet) {
        List<SchoolStage> stages = plan.stages().get(sheet.audience());
        boolean stageFits = sheet.stage().map(stages::contains).orElse(stages.isEmpty());
        return stageFits && (sheet.cluster() > 0 || !sheet.audience().isSampledBySchool());
    }

    private void count(Response sheet, Integer[] chosen, Questionnaire questionnaire, Cell cell) {
        Map<Integer, Integer> position = positions.get(sheet.audience());
        int valid = 0;
        int satisfied = 0;
        BigDecimal points = BigDecimal.ZERO;
        Integer[] values = new Integer[chosen.length];
        for (int item = 0; item < chosen.length; item++) {
            if (chosen[item] == null) {
                continue;
            }
            cell.addAnswer(item, position.get(chosen[item]));
            if (chosen[item] != questionnaire.dontKnow().value()) {
                valid++;
                values[item] = chosen[item];
                satisfied += plan.satisfied().contains(chosen[item]) ? 1 : 0;
                points = points.add(plan.mapping().get(chosen[item]));
            }
        }
        cell.addSheet(new AnswerCount(valid, satisfied));
        if (sheet.mode().isOfTheSample()) {
            sums.get(sheet.audience()).add(values);
        }
        // Half of the items answered, by the plan: fewer would let a single item stand for a person's opinion.
        if (valid > 0 && enough(valid, chosen.length)) {
            // Exact until the one division, so that the order of the answers leaves no trace.
            cell.addIndex(points.doubleValue() / valid);
        }
    }

    private boolean enough(int valid, int items) {
        return BigDecimal.valueOf(valid).compareTo(plan.minimumAnswered().multiply(BigDecimal.valueOf(items))) >= 0;
    }

    /** Adds what another tally of the same survey has counted: halves of the answers add up to the whole. */
    void merge(Tally other) {
        other.cells.forEach((key, cell) -> {
            Cell own = cells.computeIfAbsent(key, absent -> cell.empty());
            own.merge(cell);
        });
        sums.forEach((audience, own) -> own.merge(other.sums.get(audience)));
        merge(ways, other.ways);
        merge(doubted, other.doubted);
        blank += other.blank;
        foreign += other.foreign;
    }

    private static void merge(Map<Audience, Map<Way, Long>> own, Map<Audience, Map<Way, Long>> other) {
        own.forEach((audience, counts) -> other.get(audience).forEach((way, n) -> counts.merge(way, n, Long::sum)));
    }

    /** Whether every count of every cell is the same. */
    boolean sameAs(Tally other) {
        return blank == other.blank
                && foreign == other.foreign
                && ways.equals(other.ways)
                && doubted.equals(other.doubted)
                && cells.keySet().equals(other.cells.keySet())
                && cells.entrySet().stream().allMatch(entry -> entry.getValue().sameAs(other.cells.get(entry.getKey())))
                && sums.entrySet().stream().allMatch(entry -> entry.getValue().sameAs(other.sums.get(entry.getKey())));
    }

    /** All sheets, also those that count nowhere. */
    long sheets() {
        return blank + foreign + cells.values().stream().mapToLong(Cell::sheets).sum();
    }

    /** The sheets that count, by audience and way; a way in which nobody answered is not there. */
    Map<Audience, Map<Way, Long>> ways() {
        return ways;
    }

    /** Those of them that bear a flag, whatever flag. */
    Map<Audience, Map<Way, Long>> doubted() {
        return doubted;
    }

    /** Sheets without any item answered; they count nowhere. */
    long blank() {
        return blank;
    }

    /** Sheets that do not fit their questionnaire: they cannot have come in by the form. */
    long foreign() {
        return foreign;
    }

    /** What Cronbach's alpha of an audience's items is made of; the probability sample alone. */
    ItemSums sums(Audience audience) {
        return sums.get(audience);
    }

    /** The cells of one mode, those of a school beside each other; schools by content, not by number. */
    List<CountedCell> counted(Mode mode) {
        List<CountedCell> found = new ArrayList<>();
        cells.forEach((key, cell) -> {
            if (key.mode() == mode) {
                found.add(new CountedCell(key, cell));
            }
        });
        return Schools.inOrder(found).stream().flatMap(List::stream).toList();
    }

    /** The cells of one audience and mode by stratum. */
    TreeMap<Stratum, List<Cell>> cells(Audience audience, Mode mode) {
        TreeMap<Stratum, List<Cell>> found = new TreeMap<>();
        counted(mode).stream()
                .filter(counted -> counted.stratum().audience() == audience)
                .sorted(CountedCell.BY_CONTENT)
                .forEach(counted -> found.computeIfAbsent(counted.stratum(), absent -> new ArrayList<>())
                        .add(counted.cell()));
        return found;
    }
}
