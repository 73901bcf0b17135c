package org.gongshi.evaluation.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * Seats that are taken and seats that can still be filled, under three rules: every team has exactly its size, nobody sits in
 * a team that inspects a barred place, and of each group a team has its share of the roster, rounded down or up.
 */
final class Seats {
    /** The share of a group in a team, rounded down and up. */
    private record Share(int least, int most) {}

    /** People who are alike for the rules. */
    private record Kind(String group, List<Boolean> barred) {}

    private final List<List<PlaceCode>> places;
    private final int size;
    private final Map<String, Share> shares;
    private final List<List<Inspector>> taken = new ArrayList<>();

    /**
     * @param places what each team inspects
     * @param groups people by group, whose proportions the teams shall mirror; one group for no such rule
     */
    Seats(List<List<PlaceCode>> places, int size, Map<String, Integer> groups) {
        this.places = places;
        this.size = size;
        this.shares = shares(size, groups);
        places.forEach(each -> taken.add(new ArrayList<>()));
    }

    boolean isBarred(Inspector inspector, int team) {
        return places.get(team).stream().anyMatch(inspector::isBarredFrom);
    }

    boolean isShareFull(Inspector inspector, int team) {
        return shares.containsKey(inspector.group())
                && has(team, inspector.group()) >= shares.get(inspector.group()).most();
    }

    void take(Inspector inspector, int team) {
        taken.get(team).add(inspector);
    }

    void giveBack(Inspector inspector, int team) {
        taken.get(team).remove(inspector);
    }

    List<Inspector> members(int team) {
        return List.copyOf(taken.get(team));
    }

    /** Seats that are not taken. */
    int open() {
        return taken.stream().mapToInt(each -> size - each.size()).sum();
    }

    boolean canBeFilledBy(Collection<Inspector> people) {
        return lacking(people).values().stream().allMatch(missing -> missing == 0);
    }

    /** By team, how many seats must remain empty if as many as possible are filled by these people. */
    Map<Integer, Integer> lacking(Collection<Inspector> people) {
        Flow flow = new Flow();
        int source = flow.node();
        int sink = flow.node();
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        people.forEach(each -> kinds.merge(kind(each), 1, Integer::sum));
        Map<Kind, Integer> nodes = new LinkedHashMap<>();
        kinds.forEach((kind, count) -> {
            nodes.put(kind, flow.node());
            flow.edge(source, nodes.get(kind), count);
        });
        Map<Integer, List<Integer>> ends = new TreeMap<>();
        for (int team = 0; team < places.size(); team++) {
            ends.put(team, team(flow, sink, team, nodes));
        }
        flow.largest(source, sink);
        Map<Integer, Integer> lacking = new TreeMap<>();
        ends.forEach((team, edges) ->
                lacking.put(team, edges.stream().mapToInt(flow::spare).sum()));
        return lacking;
    }

    /**
     * The edges that end in the sink for one team. What a group must have at least goes to the sink by an edge of its own, so
     * that a flow which fills every edge into the sink keeps the least shares too.
     */
    private List<Integer> team(Flow flow, int sink, int team, Map<Kind, Integer> kinds) {
        List<Integer> ends = new ArrayList<>();
        int hub = flow.node();
        int free = size - taken.get(team).size();
        for (Map.Entry<String, Share> entry : shares.entrySet()) {
            String group = entry.getKey();
            int least = Math.max(0, entry.getValue().least() - has(team, group));
            int most = Math.max(0, entry.getValue().most() - has(team, group));
            int node = flow.node();
            kinds.forEach((kind, from) -> {
                if (kind.group().equals(group) && !kind.barred().get(team)) {
                    flow.edge(from, node, size);
                }
            });
            ends.add(flow.edge(node, sink, least));
            flow.edge(node, hub, most - least);
            free -= least;
        }
        // More must come than there are seats: an edge that nothing reaches stays empty and tells so.
        ends.add(flow.edge(free < 0 ? flow.node() : hub, sink, Math.abs(free)));
        return ends;
    }

    private int has(int team, String group) {
        return (int) taken.get(team).stream()
                .filter(each -> each.group().equals(group))
                .count();
    }

    private Kind kind(Inspector inspector) {
        List<Boolean> barred = new ArrayList<>();
        for (int team = 0; team < places.size(); team++) {
            barred.add(isBarred(inspector, team));
        }
        return new Kind(inspector.group(), barred);
    }

    private static Map<String, Share> shares(int size, Map<String, Integer> groups) {
        int all = groups.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Share> shares = new TreeMap<>();
        groups.forEach((group, count) ->
                shares.put(group, new Share(size * count / all, (size * count + all - 1) / all)));
        return shares;
    }
}
