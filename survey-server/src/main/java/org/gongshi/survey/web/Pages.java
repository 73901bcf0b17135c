package org.gongshi.survey.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.office.OfficePage;
import org.gongshi.templates.survey.FormPage;
import org.gongshi.templates.survey.NoticePage;
import org.gongshi.templates.survey.SurveyFrame;
import org.gongshi.templates.survey.SurveyPage;

/** Fills the templates and sends pages (网页). */
final class Pages {
    private static final String LANGUAGE = "zh-CN";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongshi.templates.generated");
    private final SurveyFrame frame;
    private final Tongue chinese;
    private final Map<String, Tongue> tongues = new TreeMap<>();
    private final Optional<SurveyPlan> plan;
    private final FreshForms fresh;

    Pages(Collaborators house, SurveyFrame.Assets assets, BooleanSupplier clues) {
        engine.setBinaryStaticContent(true);
        this.frame = new SurveyFrame(
                Wording.load("survey", LANGUAGE),
                house.site(),
                house.roundTitle(),
                assets,
                clues,
                languages(house.translations()));
        this.chinese = Tongue.chinese(house, frame);
        house.translations()
                .forEach(translation -> tongues.put(translation.language(), Tongue.of(house, translation, frame)));
        this.plan = house.plan();
        this.fresh = new FreshForms(house.random(), this::bytes);
    }

    private static List<SurveyFrame.Language> languages(List<Translation> translations) {
        List<SurveyFrame.Language> languages = new ArrayList<>();
        languages.add(language(Wording.load("survey", LANGUAGE)));
        translations.forEach(translation ->
                languages.add(language(Wording.with("survey", translation.language(), translation.words()))));
        return languages;
    }

    private static SurveyFrame.Language language(Wording words) {
        return new SurveyFrame.Language(words.language(), words.say("frame.language"));
    }

    /** The language that the address asks for; Chinese when it asks for none that the survey has. */
    Tongue in(Context ctx) {
        String wanted = ctx.queryParam("lang");
        return wanted == null ? chinese : tongues.getOrDefault(wanted, chinese);
    }

    SurveyFrame frame(Context ctx) {
        return in(ctx).frame();
    }

    SurveyFrame frame() {
        return frame;
    }

    void send(Context ctx, int status, SurveyPage page) {
        // no-store: a form bears a number of its own, and nobody's answers may lie in a shared browser's cache.
        ctx.status(status)
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(bytes(page));
    }

    /** A questionnaire that nobody has begun, under a number of its own. */
    void sendFresh(Context ctx, FormPage page) {
        ctx.status(200).header("Cache-Control", "no-store").contentType("text/html; charset=utf-8");
        fresh.send(ctx, page);
    }

    void notice(Context ctx, int status, NoticePage.Kind kind) {
        boolean tellsWhen = kind == NoticePage.Kind.NOT_YET_OPEN || kind == NoticePage.Kind.CLOSED;
        send(ctx, status, new NoticePage(frame(ctx), kind, tellsWhen ? plan : Optional.empty()));
    }

    byte[] bytes(SurveyPage page) {
        return bytes(page.template(), page);
    }

    byte[] bytes(OfficePage page) {
        return bytes(page.template(), page);
    }

    private byte[] bytes(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }
}
