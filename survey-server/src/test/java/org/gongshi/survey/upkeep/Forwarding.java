package org.gongshi.survey.upkeep;

import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.PaperOutcome;
import org.gongshi.survey.round.PaperSheet;
import org.gongshi.survey.round.StatusReport;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.Damage;

/** A survey's operations, for tests that change one of them. */
class Forwarding implements Operations {
    private final SurveyRound round;

    Forwarding(SurveyRound round) {
        this.round = round;
    }

    @Override
    public StatusReport report() {
        return round.report();
    }

    @Override
    public MintedBatch mint(MintOrder order) {
        return round.mint(order);
    }

    @Override
    public int voidBatch(int number) {
        return round.voidBatch(number);
    }

    @Override
    public PaperOutcome keyIn(PaperSheet sheet) {
        return round.keyIn(sheet);
    }

    @Override
    public boolean discardKeying(String code) {
        return round.discardKeying(code);
    }

    @Override
    public int keyingsWaiting() {
        return round.keyingsWaiting();
    }

    @Override
    public void open() {
        round.open();
    }

    @Override
    public void closeSurvey() {
        round.closeSurvey();
    }

    @Override
    public void closeDespiteDamage() {
        round.closeDespiteDamage();
    }

    @Override
    public void deviate(Deviation deviation) {
        round.deviate(deviation);
    }

    @Override
    public void markSeen() {
        round.markSeen();
    }

    @Override
    public void markReleased() {
        round.markReleased();
    }

    @Override
    public void snapshot(Path into) {
        round.snapshot(into);
    }

    @Override
    public int exportClues(Path file) {
        return round.exportClues(file);
    }

    @Override
    public List<Damage> check() {
        return round.check();
    }

    @Override
    public void close() {
        round.close();
    }
}
