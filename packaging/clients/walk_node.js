// What node-quickbooks is asked to do; run by run_client.py in a folder that has it.
'use strict'
const axios = require('axios')
const QuickBooks = require('node-quickbooks')
const [base, clientId, secret, realm, refreshToken] = process.argv.slice(2)

// Every address of Intuit's leads to the sample; any other is refused.
axios.interceptors.request.use((asked) => {
  const place = new URL(asked.url)
  if (!place.hostname.endsWith('.intuit.com')) throw new Error(`${place.hostname} is refused`)
  return { ...asked, url: base + place.pathname + place.search, proxy: false }
})

const books = new QuickBooks(clientId, secret, '', false, realm, true, false, 75, '2.0', refreshToken)
const call = (name, ...given) => new Promise((done, failed) => {
  books[name](...given, (error, answer) => (error ? failed(new Error(`${name}: ${JSON.stringify(error.response ? error.response.data : error.message || error)}`)) : done(answer)))
})
function hold (what, held) {
  if (!held) throw new Error(`not true: ${what}`)
  console.log(`  ok: ${what}`)
}

async function walk () {
  await call('refreshAccessToken')
  hold('it renews its token', Boolean(books.token))
  const line = { Amount: 75, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '4' } } }
  const invoice = await call('createInvoice', { CustomerRef: { value: '1' }, Line: [line] })
  hold('an invoice is made', invoice.TotalAmt === 75)
  const found = await call('findInvoices', [{ field: 'DocNumber', value: invoice.DocNumber, operator: '=' }])
  hold('it is found by its number', found.QueryResponse.Invoice[0].Id === invoice.Id)
  const changed = await call('updateInvoice', { Id: invoice.Id, SyncToken: invoice.SyncToken, sparse: true, PrivateNote: 'Seen' })
  hold('it is changed', changed.PrivateNote === 'Seen')
  const pays = { Amount: 75, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }
  await call('createPayment', { CustomerRef: { value: '1' }, TotalAmt: 75, Line: [pays] })
  hold('a payment settles it', (await call('getInvoice', invoice.Id)).Balance === 0)
  const batch = await call('batch', [{ bId: '1', operation: 'create', Customer: { DisplayName: 'Wren Studio' } }, { bId: '2', Query: 'select * from Term' }])
  hold('a batch makes and asks', batch.BatchItemResponse.length === 2 && batch.BatchItemResponse[1].QueryResponse.Term.length > 0)
  const since = await call('changeDataCapture', ['Invoice'], '2020-01-01')
  hold('change data capture tells of it', JSON.stringify(since).includes(`"Id":"${invoice.Id}"`))
  hold('all customers are counted', (await call('findCustomers', { count: true })).QueryResponse.totalCount === 30)
  hold('a report answers', Boolean((await call('reportProfitAndLoss', {})).Header))
  await call('deleteInvoice', invoice.Id)
  const gone = await call('getInvoice', invoice.Id).catch((error) => error.message)
  hold('what is deleted is not found', String(gone).includes('610'))
  const elsewhere = await axios.get('https://example.invalid/').catch((error) => error.message)
  hold('any other host is refused', elsewhere === 'example.invalid is refused')
}

walk().catch((error) => { console.error(error.message); process.exitCode = 1 })
