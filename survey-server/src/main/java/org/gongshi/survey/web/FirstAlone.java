package org.gongshi.survey.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets the first request after a start through alone. Javalin 7 makes what its servlet needs with the first request, in a lazy value that is
 * not made for two threads at once: of a class that waits for the server to come back, one would be told 500.
 */
final class FirstAlone extends Handler.Wrapper {
    private volatile boolean begun;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return begun ? super.handle(request, response, callback) : alone(request, response, callback);
    }

    private synchronized boolean alone(Request request, Response response, Callback callback) throws Exception {
        try {
            return super.handle(request, response, callback);
        } finally {
            begun = true;
        }
    }
}
