package org.gongshi.survey.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.console.RoundContent;
import org.gongshi.survey.intake.LockedForms;

/** The content folder as the console reads it: one round of it. */
final class OfficeContent implements RoundContent {
    private final SurveyFolder folder;
    private final RoundKey key;

    OfficeContent(SurveyFolder folder, RoundKey key) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.key = Objects.requireNonNull(key, "key");
    }

    @Override
    public Path root() {
        return folder.root();
    }

    @Override
    public Site site() {
        return folder.site();
    }

    @Override
    public Round round() {
        return folder.round(key);
    }

    @Override
    public String title() {
        return folder.round(key).title();
    }

    @Override
    public List<Place> places() {
        return folder.places(key);
    }

    @Override
    public List<Milestone> calendar() {
        return folder.round(key).calendar();
    }

    @Override
    public boolean isSurveyed() {
        return folder.isSurveyed(key);
    }

    @Override
    public LockedForms forms() {
        return folder.forms(key);
    }

    @Override
    public List<Population> populations() {
        return folder.populations(key);
    }

    @Override
    public Optional<ReleasedResults> results() {
        return folder.results(key);
    }
}
