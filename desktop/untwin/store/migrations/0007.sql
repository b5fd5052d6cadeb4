-- What waits in which currency, counted without reading the cases.
ALTER TABLE inbox ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox ADD COLUMN own_currency INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN rough INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_money ON inbox (state, company, currency, own_currency, rough, value, created);
CREATE INDEX inbox_rough ON inbox (state) WHERE rough <> 0;
