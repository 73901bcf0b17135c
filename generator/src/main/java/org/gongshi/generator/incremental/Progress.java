package org.gongshi.generator.incremental;

/** Who watches a build (进度). Called from several threads. */
public interface Progress {
    /** Nobody. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void advance(long amount) {}

        @Override
        public void end(long pieces) {}
    };

    /**
     * A step begins.
     *
     * @param step what is done, in Chinese
     * @param total how much there is to do, in any unit, above 0
     */
    void begin(String step, long total);

    /** So much more of the step is done. */
    void advance(long amount);

    /**
     * The step is done.
     *
     * @param pieces of how many things it made
     */
    void end(long pieces);
}
