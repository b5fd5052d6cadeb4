"""The sample HubSpot: the CRM API, the Failing to sync page and the worker that posts invoices to QuickBooks."""
