package org.gongshi.survey.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.clue.Clue;
import org.gongshi.templates.survey.CluePage;
import org.gongshi.templates.survey.Filled;

/** Reads a clue from the form or the API (线索): all faults at once, by field. */
final class ClueReader {
    static final Set<String> FIELDS = Set.of(CluePage.KIND, CluePage.PLACE, CluePage.TEXT, CluePage.CONTACT);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** 北京时间, where no plan names another. */
    private static final ZoneOffset USUAL_ZONE = ZoneOffset.ofHours(8);

    private final Collaborators house;
    private final Map<String, String> faults = new LinkedHashMap<>();

    ClueReader(Collaborators house) {
        this.house = house;
    }

    Map<String, String> faults() {
        return faults;
    }

    /** Empty when there are faults. */
    Optional<Clue> read(Filled filled) {
        filled.fields().forEach((name, values) -> {
            if (!FIELDS.contains(name)) {
                faults.put(FaultList.shown(name), "没有这一项");
            } else if (values.size() > 1) {
                faults.put(name, "只能填写一次");
            }
        });
        return clue(
                filled.text(CluePage.KIND),
                filled.text(CluePage.PLACE),
                filled.text(CluePage.TEXT),
                filled.text(CluePage.CONTACT));
    }

    /** Empty when there are faults. */
    Optional<Clue> read(Json body) {
        if (!(body instanceof Json.Obj object)) {
            faults.put("body", "应为一个 JSON 对象");
            return Optional.empty();
        }
        object.fields().forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                faults.put(FaultList.shown(name), "没有这个字段");
            } else if (!(value instanceof Json.Str)) {
                faults.put(name, "应为文本");
            }
        });
        return clue(
                text(object, CluePage.KIND),
                text(object, CluePage.PLACE),
                text(object, CluePage.TEXT),
                text(object, CluePage.CONTACT));
    }

    private Optional<Clue> clue(String kind, String place, String text, String contact) {
        Optional<Clue.Kind> known = Clue.Kind.ofKey(kind);
        if (known.isEmpty()) {
            fault(CluePage.KIND, "请选择线索或建议");
        }
        if (!place.isEmpty()
                && house.places().stream().noneMatch(one -> one.code().value().equals(place))) {
            fault(CluePage.PLACE, "请选择参加本轮评价的地区");
        }
        String told = text.replace("\r\n", "\n").strip();
        if (told.isEmpty()) {
            fault(CluePage.TEXT, "请写下内容");
        }
        length(CluePage.TEXT, told, Clue.LONGEST_TEXT);
        String how = contact.strip();
        length(CluePage.CONTACT, how, Clue.LONGEST_CONTACT);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Clue(
                today(),
                known.get(),
                place.isEmpty() ? Optional.empty() : Optional.of(new PlaceCode(place)),
                told,
                how.isEmpty() ? Optional.empty() : Optional.of(how)));
    }

    private void length(String field, String text, int most) {
        if (Clue.length(text) > most) {
            fault(field, "最多 " + most + " 个字");
        } else if (UNPRINTABLE.matcher(text).find()) {
            fault(field, "含有不能显示的字符");
        }
    }

    private void fault(String field, String message) {
        faults.putIfAbsent(field, message);
    }

    /** The day where the survey takes place, and nothing finer. */
    private LocalDate today() {
        ZoneId zone = house.plan().map(plan -> plan.closes().getOffset()).orElse(USUAL_ZONE);
        return LocalDate.ofInstant(house.clock().instant(), zone);
    }

    private static String text(Json.Obj object, String field) {
        return object.field(field)
                .filter(Json.Str.class::isInstance)
                .map(value -> ((Json.Str) value).value())
                .orElse("");
    }
}
