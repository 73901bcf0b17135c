package org.gongshi.survey.web;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses a body that is too long after it came (正文过长), not while it comes. RFC 9112, 9.6: a server that hangs up on a sender makes a
 * reset that may take the answer away before the sender has read it. Read and thrown away chunk by chunk, without holding a
 * thread; beyond {@value #MOST} bytes nobody is that patient, but for somebody who is signed in and chose the wrong file.
 */
final class LongBodies extends Handler.Wrapper {
    static final long MOST = 8_000_000;
    static final long MOST_OF_UPLOADS = 250_000_000;

    private final long longest;
    private final Predicate<Request> uploads;

    /**
     * @param longest bytes of the longest body that the handler within takes
     * @param uploads requests that may bring a file of {@value Multipart#LONGEST} bytes
     */
    LongBodies(long longest, Predicate<Request> uploads, Handler within) {
        super(within);
        this.longest = longest;
        this.uploads = uploads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        // Who asks before sending is told at once.
        boolean asks = request.getHeaders().contains(HttpHeader.EXPECT);
        if (length <= longest || length > MOST_OF_UPLOADS || asks) {
            return super.handle(request, response, callback);
        }
        boolean upload = uploads.test(request);
        if (length > MOST && !upload || length <= Multipart.LONGEST && upload) {
            return super.handle(request, response, callback);
        }
        new Waste(request, response, callback).run();
        return true;
    }

    /** The body of one request on its way to nowhere. */
    private record Waste(Request request, Response response, Callback callback) implements Runnable {
        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                boolean last = chunk.isLast();
                chunk.release();
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                if (last) {
                    Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
                    return;
                }
            }
            request.demand(this);
        }
    }
}
