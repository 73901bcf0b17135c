package org.gongshi.evaluation.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The largest flow through a small network with whole capacities (最大流), by shortest augmenting paths (Edmonds and Karp 1972).
 * A network of one draw has some hundred edges and carries at most as many units as there are seats.
 */
final class Flow {
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final List<Integer> rest = new ArrayList<>();

    int node() {
        leaving.add(new ArrayList<>());
        return leaving.size() - 1;
    }

    /** An edge; its number is for {@link #spare}. */
    int edge(int from, int to, int capacity) {
        leaving.get(from).add(heads.size());
        heads.add(to);
        rest.add(capacity);
        leaving.get(to).add(heads.size());
        heads.add(from);
        rest.add(0);
        return heads.size() - 2;
    }

    /** Sends as much as possible and says how much it was. */
    int largest(int source, int sink) {
        int sent = 0;
        for (int[] path = path(source, sink); path[sink] >= 0; path = path(source, sink)) {
            int amount = Integer.MAX_VALUE;
            for (int node = sink; node != source; node = heads.get(path[node] ^ 1)) {
                amount = Math.min(amount, rest.get(path[node]));
            }
            for (int node = sink; node != source; node = heads.get(path[node] ^ 1)) {
                rest.set(path[node], rest.get(path[node]) - amount);
                rest.set(path[node] ^ 1, rest.get(path[node] ^ 1) + amount);
            }
            sent += amount;
        }
        return sent;
    }

    /** What an edge could still carry. */
    int spare(int edge) {
        return rest.get(edge);
    }

    /** The edge by which each node is reached, or −1. */
    private int[] path(int source, int sink) {
        int[] by = new int[leaving.size()];
        Arrays.fill(by, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(source));
        while (!queue.isEmpty() && by[sink] < 0) {
            for (int edge : leaving.get(queue.remove())) {
                int head = heads.get(edge);
                if (rest.get(edge) > 0 && by[head] < 0 && head != source) {
                    by[head] = edge;
                    queue.add(head);
                }
            }
        }
        return by;
    }
}
