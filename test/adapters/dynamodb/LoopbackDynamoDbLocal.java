import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * Starts DynamoDB Local on a free port of 127.0.0.1. By itself it listens on all interfaces and has no option for it, hence
 * the reach into its web server before the start. Ends when its standard input does, so that it never outlives a test run.
 */
class LoopbackDynamoDbLocal {
  public static void main(String[] arguments) throws Exception {
    var local = ServerRunner.createServerFromCommandLineArgs(
        new String[] {"-inMemory", "-disableTelemetry", "-port", "8000"});
    var field = local.getClass().getDeclaredField("server");
    field.setAccessible(true);
    var connector = (ServerConnector) ((Server) field.get(local)).getConnectors()[0];
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    local.start();
    System.out.println("listening on 127.0.0.1:" + connector.getLocalPort());
    System.in.read();
    System.exit(0);
  }
}
