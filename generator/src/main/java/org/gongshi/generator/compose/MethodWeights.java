package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/** The steps of weighting as the locked plan orders them, and what they came to (本轮的加权). */
final class MethodWeights {
    private final Composition site;
    private final RoundView round;
    private final ReleasedResults results;
    private final List<AudienceResult> rows;

    /** @param rows what is public by now */
    MethodWeights(Composition site, RoundView round, ReleasedResults results, List<AudienceResult> rows) {
        this.site = site;
        this.round = round;
        this.results = results;
        this.rows = rows;
    }

    BlocksPage.Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(site.say("method.weights.base"), Block.Tone.PLAIN));
        stratum().ifPresent(text -> blocks.add(new Block.Paragraph(text, Block.Tone.PLAIN)));
        round.published().plan().ifPresent(plan -> blocks.addAll(planned(plan)));
        if (!results.analysis().weights().isEmpty()) {
            blocks.add(new Block.Table(
                    "weights-table",
                    site.say("method.weights.caption"),
                    List.of(
                            Block.Column.text(site.say("survey.audience")),
                            Block.Column.number(site.say("analysis.column.kish")),
                            Block.Column.number(site.say("analysis.column.cv")),
                            Block.Column.number(site.say("analysis.column.span"))),
                    results.analysis().weights().stream()
                            .map(each -> Block.Row.of(
                                    Block.Cell.of(each.audience().label()),
                                    Block.Cell.of(each.kishDeff().toPlainString()),
                                    Block.Cell.of(each.cv().toPlainString()),
                                    Block.Cell.of(each.maxToMin()
                                            .map(Object::toString)
                                            .orElse(SurveyFigures.WITHHELD))))
                            .toList(),
                    true));
            blocks.add(new Block.Paragraph(site.say("method.weights.note"), Block.Tone.NOTE));
        }
        return new BlocksPage.Section("weights", Optional.of(site.say("method.weights")), blocks);
    }

    /** The first stratum whose numbers are public, in its own numbers. */
    private Optional<String> stratum() {
        return rows.stream()
                .filter(row -> MethodComposer.isSample(row)
                        && row.stage().isPresent()
                        && row.responded().isPresent()
                        && row.population() > 0)
                .findFirst()
                .map(row -> site.say(
                        "method.weights.stratum",
                        MethodComposer.name(site, round, row.place())
                                + row.audience().label() + "（"
                                + row.stage().orElseThrow().label() + "）",
                        row.population(),
                        row.responded().orElseThrow(),
                        BigDecimal.valueOf(row.population())
                                .divide(BigDecimal.valueOf(row.responded().orElseThrow()), 0, RoundingMode.HALF_UP)
                                .toPlainString()));
    }

    private List<Block> planned(SurveyPlan plan) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                plan.weighting()
                        .trim()
                        .map(times -> site.say("method.weights.trim", Numbers.exact(times)))
                        .orElse(site.say("method.weights.untrimmed")),
                Block.Tone.PLAIN));
        List<Block.Row> shares = plan.weighting().margins().stream()
                .flatMap(margin -> margin.area().entrySet().stream().map(share -> share(margin, share)))
                .toList();
        if (shares.isEmpty()) {
            blocks.add(new Block.Paragraph(site.say("method.weights.strata"), Block.Tone.PLAIN));
        } else {
            blocks.add(new Block.Paragraph(site.say("method.weights.rake"), Block.Tone.PLAIN));
            blocks.add(new Block.Table(
                    "margins-table",
                    site.say("method.margins.caption"),
                    List.of(
                            Block.Column.text(site.say("survey.audience")),
                            Block.Column.text(site.say("method.column.question")),
                            Block.Column.text(site.say("method.column.option")),
                            Block.Column.number(site.say("method.column.share"))),
                    shares,
                    true));
        }
        return blocks;
    }

    private Block.Row share(ProfileMargin margin, Map.Entry<Integer, BigDecimal> share) {
        Optional<Question> question = Optional.ofNullable(
                        round.published().questionnaires().get(margin.audience()))
                .flatMap(each -> each.find(margin.question()));
        String option = question.filter(each -> each instanceof Question.Choice)
                .flatMap(each -> ((Question.Choice) each)
                        .options().stream()
                                .filter(one -> one.value() == share.getKey())
                                .map(one -> one.label())
                                .findFirst())
                .orElse(Integer.toString(share.getKey()));
        return Block.Row.of(
                Block.Cell.of(margin.audience().label()),
                Block.Cell.of(question.map(Question::text).orElse(margin.question())),
                Block.Cell.of(option),
                Block.Cell.of(Numbers.exact(share.getValue().movePointRight(2)) + "%"));
    }
}
