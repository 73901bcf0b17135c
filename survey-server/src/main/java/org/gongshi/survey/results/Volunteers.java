package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Stratum;

/**
 * The rows of the answers of volunteers (自愿参与：学校码、公开链接): plain counts and shares. Volunteers are no probability sample:
 * no weight, no interval, no index (AAPOR guidance on opt-in samples).
 */
final class Volunteers {
    static final String SHARE = "open-share/1";

    private final Map<Stratum, List<Cell>> cells;
    private final Questionnaire questionnaire;
    private final SurveyPlan plan;

    Volunteers(Map<Stratum, List<Cell>> cells, Questionnaire questionnaire, SurveyPlan plan) {
        this.cells = new TreeMap<>(cells);
        this.questionnaire = questionnaire;
        this.plan = plan;
    }

    RowTree rows(PlaceCode organizer, List<PlaceCode> places) {
        List<RawRow> rows = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        rows.add(row(organizer, cells.values().stream().flatMap(List::stream).toList()));
        parents.add(-1);
        for (PlaceCode place : places) {
            rows.add(row(
                    place,
                    cells.entrySet().stream()
                            .filter(entry -> entry.getKey().place().equals(place))
                            .flatMap(entry -> entry.getValue().stream())
                            .toList()));
            parents.add(0);
        }
        return new RowTree(rows, parents);
    }

    private RawRow row(PlaceCode place, List<Cell> own) {
        long persons = 0;
        long satisfied = 0;
        long valid = 0;
        for (Cell cell : own) {
            for (var entry : cell.answers().entrySet()) {
                persons += entry.getKey().valid() > 0 ? entry.getValue() : 0;
                satisfied += (long) entry.getValue() * entry.getKey().satisfied();
                valid += (long) entry.getValue() * entry.getKey().valid();
            }
        }
        OptionCount count = count(satisfied, valid);
        long sheets = own.stream().mapToLong(Cell::sheets).sum();
        List<ItemRow> items = new ArrayList<>();
        for (int item = 0; item < questionnaire.items().size(); item++) {
            items.add(item(own, item));
        }
        return new RawRow(
                place,
                Optional.empty(),
                0,
                0,
                sheets,
                sheets,
                Figure.nobody(SHARE),
                Figure.plain(persons, count.percent(), SHARE),
                count,
                items);
    }

    private ItemRow item(List<Cell> own, int item) {
        List<Option> scale = questionnaire.scale();
        long[] chosen = new long[scale.size() + 1];
        for (Cell cell : own) {
            for (int option = 0; option < chosen.length; option++) {
                chosen[option] += cell.count(item, option);
            }
        }
        long all = Arrays.stream(chosen).sum();
        long valid = all - chosen[scale.size()];
        long satisfied = 0;
        Map<Integer, OptionCount> shares = new TreeMap<>();
        for (int option = 0; option < scale.size(); option++) {
            int value = scale.get(option).value();
            shares.put(value, count(chosen[option], valid));
            satisfied += plan.satisfied().contains(value) ? chosen[option] : 0;
        }
        OptionCount rate = count(satisfied, valid);
        return new ItemRow(
                questionnaire.items().get(item).code(),
                Figure.nobody(SHARE),
                Figure.plain(valid, rate.percent(), SHARE),
                rate,
                shares,
                count(chosen[scale.size()], all));
    }

    private static OptionCount count(long part, long all) {
        return new OptionCount(all == 0 ? 0 : 100.0 * part / all, part, all);
    }
}
