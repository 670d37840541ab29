# The client, from Pinterest's description in openapi.yaml.
pinterest-reports generate --spec openapi.yaml --out src/pinterest --flows flows.yaml
