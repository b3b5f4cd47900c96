"""Logging in through an OpenID Connect provider, in *Instansi*: settings, the talk with the provider, the routes."""
