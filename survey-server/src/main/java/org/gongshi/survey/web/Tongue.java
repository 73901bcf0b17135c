package org.gongshi.survey.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.survey.SurveyFrame;

/** The survey in one language (一种语言的调查): what its pages say. Answers are read in Chinese whatever they were given in. */
record Tongue(SurveyFrame frame, Map<Audience, Questionnaire> questionnaires, List<Place> places, FaultWords faults) {
    Tongue {
        questionnaires = new TreeMap<>(questionnaires);
        places = List.copyOf(places);
    }

    static Tongue chinese(Collaborators house, SurveyFrame frame) {
        return new Tongue(frame, house.questionnaires(), house.places(), new FaultWords(frame.words(), frame.words()));
    }

    /** @param chinese the frame that is translated */
    static Tongue of(Collaborators house, Translation translation, SurveyFrame chinese) {
        Wording words = Wording.with("survey", translation.language(), translation.words());
        Map<Audience, Questionnaire> forms = new TreeMap<>();
        house.questionnaires().forEach((audience, form) -> forms.put(audience, translation.of(form)));
        SurveyFrame frame = chinese.in(
                words,
                house.site().named(translation.text("site.name"), translation.text("site.sponsor")),
                translation.text("round.title"));
        return new Tongue(
                frame,
                forms,
                house.places().stream().map(translation::of).toList(),
                new FaultWords(chinese.words(), words));
    }

    Questionnaire questionnaire(Audience audience) {
        return questionnaires.get(audience);
    }

    String say(String key, Object... values) {
        return frame.words().say(key, values);
    }
}
