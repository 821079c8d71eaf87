// Opens Swagger UI, which the page has loaded before, on the portal's own description.
declare const SwaggerUIBundle: (settings: object) => void;

SwaggerUIBundle({ url: 'openapi', dom_id: '#api-docs', deepLinking: true, validatorUrl: null, persistAuthorization: false });
