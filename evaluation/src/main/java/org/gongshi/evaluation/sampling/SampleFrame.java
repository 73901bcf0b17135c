package org.gongshi.evaluation.sampling;

import java.util.List;

/** All from whom the sample is drawn (抽样框): the classes of all schools, and the addresses of the public. */
public record SampleFrame(List<FrameClass> classes, List<FrameAddress> addresses) {
    public SampleFrame {
        classes = List.copyOf(classes);
        addresses = List.copyOf(addresses);
    }
}
