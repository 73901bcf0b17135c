package org.gongshi.evaluation.sampling;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * An address of the frame of the public (抽样框中的住址).
 *
 * @param code the office's own code of the address, one line, unique in its place; never the address itself
 */
public record FrameAddress(PlaceCode place, String code) {
    public FrameAddress {
        Objects.requireNonNull(place, "place");
        Require.text(code, "code");
    }
}
