package org.gongshi.evaluation.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.Shown;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/** Reads {@code questionnaires/AUDIENCE.yaml}. */
final class QuestionnaireFile {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,9}");
    private static final Pattern AREA = Pattern.compile("G|[A-Z][0-9]{1,2}");
    private static final int MOST_ITEMS = 200;

    private QuestionnaireFile() {}

    static Optional<Questionnaire> questionnaire(Fields fields, Audience file, Digest digest) {
        var audience = fields.required("audience", Forms.oneOf(Audience.values(), Audience::key));
        var title = fields.required("title", Forms.text());
        var introduction = fields.required("introduction", Forms.text());
        var scale = fields.mappings("scale", QuestionnaireFile::option);
        var dontKnow = fields.mapping("dontKnow", QuestionnaireFile::option);
        var items = fields.mappings("items", QuestionnaireFile::rating);
        var check = fields.optionalMapping("check", QuestionnaireFile::check);
        var change = fields.optionalMapping("change", QuestionnaireFile::choice);
        var priority = fields.optionalMapping("priority", QuestionnaireFile::priority);
        var remark = fields.optionalMapping("remark", QuestionnaireFile::remark);
        // No question is obligatory, neither is a profile question; a file without the key asks none.
        var profile = fields.has("profile")
                ? Optional.of(fields.mappings("profile", QuestionnaireFile::choice))
                : Optional.<Field<List<Question.Choice>>>empty();
        profile.ifPresent(asked -> checkProfile(asked, fields));
        audience.value()
                .filter(value -> value != file)
                .ifPresent(value -> fields.reject(
                        audience.at(),
                        "调查对象 " + value.key() + " 与文件名 " + file.key() + ".yaml 不一致",
                        "请改成 " + file.key()));
        if (scale.value().isPresent() && dontKnow.value().isPresent()) {
            checkValues(scale.get(), Optional.of(dontKnow.get()), "scale", fields);
        }
        items.value().ifPresent(all -> {
            if (all.isEmpty() || all.size() > MOST_ITEMS) {
                fields.reject(items.at(), "题目应有 1 至 " + MOST_ITEMS + " 道，此处是 " + all.size() + " 道", "请核对 items");
            }
        });
        checkExpected(check, scale, fields);
        checkCodes(fields);
        return fields.build(() -> new Questionnaire(
                audience.get(),
                digest,
                title.get(),
                introduction.get(),
                scale.get(),
                dontKnow.get(),
                items.get(),
                check.get(),
                change.get(),
                priority.get(),
                remark.get(),
                profile.map(Field::get).orElse(List.of())));
    }

    private static Optional<Option> option(Fields fields) {
        var value = fields.required("value", Forms.integer(0, 99));
        var label = fields.required("label", Forms.text());
        return fields.build(() -> new Option(value.get(), label.get()));
    }

    private static Optional<Question.Rating> rating(Fields fields) {
        var code = fields.required("code", code());
        var area = fields.required(
                "area",
                Forms.text(
                        "领域代码或 G（总体评价）",
                        "写 A1 的样子，或 G",
                        text -> AREA.matcher(text).matches()));
        var text = fields.required("text", Forms.text());
        return fields.build(() -> new Question.Rating(code.get(), area.get(), text.get()));
    }

    private static Optional<Question.Check> check(Fields fields) {
        var code = fields.required("code", code());
        var text = fields.required("text", Forms.text());
        var expected = fields.required("expected", Forms.integer(0, 99));
        return fields.build(() -> new Question.Check(code.get(), text.get(), expected.get()));
    }

    private static Optional<Question.Choice> choice(Fields fields) {
        var code = fields.required("code", code());
        var text = fields.required("text", Forms.text());
        var options = fields.mappings("options", QuestionnaireFile::option);
        options.value().ifPresent(all -> checkValues(all, Optional.empty(), "options", fields));
        return fields.build(() -> new Question.Choice(code.get(), text.get(), options.get()));
    }

    private static Optional<Question.Priority> priority(Fields fields) {
        var code = fields.required("code", code());
        var text = fields.required("text", Forms.text());
        var most = fields.required("most", Forms.integer(1, MOST_ITEMS));
        return fields.build(() -> new Question.Priority(code.get(), text.get(), most.get()));
    }

    private static Optional<Question.Remark> remark(Fields fields) {
        var code = fields.required("code", code());
        var text = fields.required("text", Forms.text());
        var longest = fields.required("longest", Forms.integer(1, 2000));
        return fields.build(() -> new Question.Remark(code.get(), text.get(), longest.get()));
    }

    private static void checkValues(List<Option> options, Optional<Option> aside, String key, Fields fields) {
        Set<Integer> values = new HashSet<>();
        aside.ifPresent(option -> values.add(option.value()));
        for (int i = 0; i < options.size(); i++) {
            if (!values.add(options.get(i).value())) {
                fields.reject(
                        fields.below(key + "[" + i + "].value"),
                        "选项值 " + options.get(i).value() + " 重复",
                        "选项值各不相同，也不同于“不了解”的值");
            }
        }
        if (options.size() < 2) {
            fields.reject(fields.of(key), "至少要有两个选项", "请补齐选项");
        }
    }

    private static void checkProfile(Field<List<Question.Choice>> profile, Fields fields) {
        int asked = profile.value().map(List::size).orElse(0);
        if (asked > Questionnaire.MOST_PROFILE) {
            fields.reject(
                    profile.at(),
                    "背景题有 " + asked + " 道，至多 " + Questionnaire.MOST_PROFILE + " 道",
                    "只问加权用得着的；问得越细，越容易认出个人");
        }
    }

    private static void checkExpected(Field<Optional<Question.Check>> check, Field<List<Option>> scale, Fields fields) {
        Optional<Question.Check> asked = check.value().flatMap(value -> value);
        if (asked.isEmpty() || scale.value().isEmpty()) {
            return;
        }
        int expected = asked.get().expected();
        if (scale.get().stream().noneMatch(option -> option.value() == expected)) {
            fields.reject(fields.below("check.expected"), "scale 中没有选项值 " + expected, "核对题的答案应是 scale 的一个选项值");
        }
    }

    private static void checkCodes(Fields fields) {
        Set<String> seen = new HashSet<>();
        for (YamlNode.Scalar code : fields.scalarsNamed("code")) {
            if (!seen.add(code.text())) {
                fields.reject(code.at(), "题目代码 " + Shown.of(code.text()) + " 重复", "每道题的代码各不相同");
            }
        }
    }

    private static Form<String> code() {
        return Forms.text(
                "题目代码",
                "题目代码写成 P01 的样子：大写字母开头，只用大写字母和数字",
                text -> CODE.matcher(text).matches());
    }
}
