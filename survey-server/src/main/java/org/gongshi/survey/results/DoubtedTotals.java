package org.gongshi.survey.results;

import java.util.List;
import org.gongshi.evaluation.disclosure.Room;
import org.gongshi.evaluation.statistics.LinearProgram;

/**
 * Whether the whole area may say how many sheets are doubted, and its index without them, while some places stay silent (存疑答卷的
 * 全区合计). Against an attacker who takes what the places say from the whole: a silent place's number keeps all of 1 to 9 open, and
 * what its few doubted people think ten of 100 points.
 */
final class DoubtedTotals {
    private static final double MOST = 100;
    private static final int ROUNDING = 2;

    private final int hide;
    private final double half;

    /** @param decimals of the published figures */
    DoubtedTotals(int hide, int decimals) {
        this.hide = hide;
        this.half = Math.pow(10, -decimals) / 2;
    }

    /**
     * A place.
     *
     * @param shown whether its index is shown, so that its silence means one to nine
     * @param says whether it publishes its own number and line
     * @param persons behind its index
     * @param doubted of them
     * @param weight of the doubted, as a share of the whole area's weight
     * @param points their mean, 0 to 100
     */
    record Place(boolean shown, boolean says, long persons, long doubted, double weight, double points) {
        boolean isSilent() {
            return !says && doubted > 0;
        }
    }

    boolean isSafe(List<Place> places) {
        long all = places.stream().mapToLong(Place::doubted).sum();
        List<Place> silent = places.stream().filter(Place::isSilent).toList();
        if (all > 0 && all < hide) {
            return false;
        }
        long hidden = silent.stream().mapToLong(Place::doubted).sum();
        boolean together = silent.isEmpty() || silent.size() > 1 && hidden >= hide;
        return together && silent.stream().allMatch(place -> isCountOpen(place, places) && isMeanOpen(place, silent));
    }

    private boolean isCountOpen(Place own, List<Place> places) {
        double least = 0;
        double most = 0;
        for (Place place : places) {
            long rounded = Bands.toFive(place.doubted());
            int off = place.doubted() == 0 ? 0 : ROUNDING;
            if (place.says()) {
                // What the place says is taken off the whole.
                least -= Math.min(rounded + off, place.persons());
                most -= Math.max(rounded - off, place.doubted() == 0 ? 0 : hide);
            } else if (place.isSilent() && place != own) {
                least -= cap(place);
                most -= 1;
            }
        }
        long whole = Bands.toFive(places.stream().mapToLong(Place::doubted).sum());
        double low = Math.max(1, whole - ROUNDING + least);
        double high = Math.min(cap(own), whole + ROUNDING + most);
        return own.shown() || own.doubted() < hide ? low <= 1 && high >= cap(own) : high - low >= hide;
    }

    private long cap(Place place) {
        return place.shown() || place.doubted() < hide ? Math.min(hide - 1L, place.persons()) : place.persons();
    }

    private boolean isMeanOpen(Place own, List<Place> silent) {
        if (own.doubted() >= hide) {
            return true;
        }
        var programme = new LinearProgram(silent.size());
        double[] weights = silent.stream().mapToDouble(Place::weight).toArray();
        double sum = silent.stream()
                .mapToDouble(place -> place.weight() * place.points())
                .sum();
        // The rounding of the whole's second figure; all else is taken as known.
        programme.between(weights, sum - half, sum + half);
        for (int place = 0; place < weights.length; place++) {
            double[] one = new double[weights.length];
            one[place] = 1;
            programme.between(one, 0, MOST);
        }
        double[] mean = new double[weights.length];
        mean[silent.indexOf(own)] = 1;
        return programme
                .range(mean)
                .filter(range -> range.width() >= Room.POINTS)
                .isPresent();
    }
}
