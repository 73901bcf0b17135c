package org.gongshi.survey.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.intake.LockedForms;

/** What the console needs of the content folder, read anew for every question. */
public interface RoundContent {
    /** The content folder. */
    Path root();

    Site site();

    /** The round as it lies there now. */
    Round round();

    /** Title of the round. */
    String title();

    /** Places of the round, in the order of their codes. */
    List<Place> places();

    /** The steps of the year. */
    List<Milestone> calendar();

    /** Whether the round has a survey plan now; a league's may do without. */
    boolean isSurveyed();

    /** Plan and questionnaires as they lie there now. @throws org.gongshi.survey.round.RoundFault when they cannot be read */
    LockedForms forms();

    /** People behind each audience and place. @throws org.gongshi.survey.round.RoundFault when they cannot be read */
    List<Population> populations();

    /** The released results as they lie there; empty before the release. */
    Optional<ReleasedResults> results();
}
