package org.gongshi.generator.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gongshi.generator.serve.StaticServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve}: shows a built site in a browser, on this machine unless told otherwise. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "DIR", arity = "0..1")
    private Path folder;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
    private String host;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = around.orDefault(folder, BuildCommand.OUTPUT);
        if (!Files.isDirectory(root)) {
            around.err().println("gongshi: 没有文件夹 " + root + "。请先运行 build");
            return 1;
        }
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved() || port < 0 || port > 65_535) {
            around.err().println("gongshi: 没有这个地址：" + host + ":" + port);
            return Program.USAGE;
        }
        try (StaticServer server = StaticServer.start(root, address)) {
            around.out().println("http://" + host + ":" + server.port() + "/  （Ctrl-C 结束）");
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
            return 0;
        } catch (BindException taken) {
            around.err().println("gongshi: 端口 " + port + " 已被占用。请用 --port 指定另一个");
            return 1;
        }
    }
}
