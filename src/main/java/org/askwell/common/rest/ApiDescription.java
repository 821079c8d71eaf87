package org.askwell.common.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Says, while the description is made, what holds for every operation: that it may be refused with a problem, and
 * which room it belongs to. Runs in the build only, on a younger MicroProfile than the server's.
 */
public class ApiDescription implements OASFilter {

    static final String TOKEN = "token";
    static final String PROBLEM = "Problem";

    /** Named by {@code @Parameter(ref = …)} on operations that can be repeated without harm. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public Operation filterOperation(Operation operation) {
        var refused = OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM);
        operation.getResponses().addAPIResponse("default", refused);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().forEach((path, item) -> {
            var room = path.split("/", 4)[2];
            item.getOperations().values().forEach(operation -> operation.setTags(List.of(room)));
        });
    }
}
