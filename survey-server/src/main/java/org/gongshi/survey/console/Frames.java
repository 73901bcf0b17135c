package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Session;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.office.MessagePage;
import org.gongshi.templates.office.OfficeFrame;

/** Makes the frame of every page: who is signed in, and the doors this person may open. */
final class Frames {
    private final House house;
    private final Wording words = Wording.load("office", "zh-CN");
    private final OfficeFrame.Assets assets;
    private final Site site;
    private final String title;
    private final boolean surveyed;

    Frames(House house, OfficeFrame.Assets assets) {
        this.house = Objects.requireNonNull(house, "house");
        this.assets = Objects.requireNonNull(assets, "assets");
        // As the survey's own pages: read when the server starts.
        this.site = house.content().site();
        this.title = house.content().title();
        this.surveyed = house.content().isSurveyed();
    }

    /** The doors of the console, in order; each leads to the first page its actions allow. */
    private enum DoorPlan {
        HOME("round", "home", "/office", Action.SEE_ROUND),
        PROGRESS("round", "progress", "/office/progress", Action.SEE_COUNTS, true),
        OWN_PROGRESS("round", "progress", "/office/progress/own", Action.SEE_OWN_COUNTS, true),
        SAMPLE("round", "sample", "/office/sample", Action.SEE_ROUND, true),
        CODES("round", "codes", "/office/codes", Action.SEE_BATCHES, true),
        PAPER("round", "paper", "/office/paper", Action.ENTER_PAPER, true),
        QUALITY("round", "quality", "/office/quality", Action.SEE_QUALITY, true),
        CLUES("round", "clues", "/office/clues", Action.READ_CLUES),
        RESULTS("round", "results", "/office/results", Action.PREVIEW_RESULTS, true),
        CALENDAR("year", "calendar", "/office/calendar", Action.SEE_ROUND),
        RECORDS("year", "records", "/office/records", Action.SEE_SITE),
        STAGES("year", "stages", "/office/stages", Action.SEE_SITE),
        DRAW("year", "draw", "/office/draw", Action.SEE_SITE),
        WORKBOOKS("year", "workbooks", "/office/workbooks", Action.SEE_SITE),
        CHANGES("year", "changes", "/office/changes", Action.SEE_SITE),
        FILES("year", "files", "/office/files", Action.SEE_SITE),
        PROBLEMS("year", "problems", "/office/problems", Action.SEE_SITE),
        REPORTS("year", "reports", "/office/reports", Action.SEE_SITE),
        DECISIONS("site", "decisions", "/office/decisions", Action.SEE_SITE),
        SITE("site", "site", "/office/site", Action.SEE_SITE),
        NOTICES("site", "notices", "/office/notices", Action.SEE_SITE),
        ACCOUNTS("house", "accounts", "/office/accounts", Action.MANAGE_ACCOUNTS),
        CLUE_KEY("house", "clue-key", "/office/clues/key", Action.MAKE_KEYS),
        BACKUP("house", "backup", "/office/backup", Action.TAKE_BACKUP),
        DESTRUCTION("house", "destruction", "/office/destruction", Action.SEE_ROUND, true),
        AUDIT("house", "audit", "/office/audit", Action.SEE_AUDIT),
        SELF("house", "self", "/office/self", Action.OWN_ACCOUNT);

        private final String group;
        private final String key;
        private final String href;
        private final Action action;
        private final boolean ofSurvey;

        DoorPlan(String group, String key, String href, Action action) {
            this(group, key, href, action, false);
        }

        /** @param ofSurvey whether it leads nowhere in a round without a survey */
        DoorPlan(String group, String key, String href, Action action, boolean ofSurvey) {
            this.ofSurvey = ofSurvey;
            this.group = group;
            this.key = key;
            this.href = href;
            this.action = action;
        }
    }

    /** Whether this server began with a survey: a league's round may do without. */
    boolean isSurveyed() {
        return surveyed;
    }

    Wording words() {
        return words;
    }

    Site site() {
        return site;
    }

    String title() {
        return title;
    }

    /** @param here key of the page's own door; empty for none */
    OfficeFrame frame(Visit visit, String here) {
        Optional<String> flash = visit.maybeSession()
                .flatMap(session -> house.office().sessions().take(session, Session.Slot.FLASH));
        Optional<OfficeFrame.Signed> signed = visit.maybePerson()
                .flatMap(person -> visit.maybeSession().map(session -> signed(person, session, here)));
        return new OfficeFrame(words, site, title, assets, signed, flash);
    }

    private OfficeFrame.Signed signed(Person person, Session session, String here) {
        List<OfficeFrame.Door> doors = new ArrayList<>();
        if (person.duty().isEmpty()) {
            for (DoorPlan door : DoorPlan.values()) {
                if (person.role().may(door.action) && (surveyed || !door.ofSurvey)) {
                    doors.add(new OfficeFrame.Door(door.group, door.key, door.href, door.key.equals(here)));
                }
            }
        }
        return new OfficeFrame.Signed(person.person(), person.role().label(), session.token(), doors);
    }

    /** Something could not be done. */
    Answer message(int status, Visit visit, String kind, List<String> lines) {
        return Answer.page(status, new MessagePage(frame(visit, ""), kind, lines));
    }

    /** Tells on the next page what the step came to. */
    void flash(Visit visit, String key, Object... values) {
        house.office().sessions().keep(visit.session(), Session.Slot.FLASH, words.say(key, values));
    }
}
