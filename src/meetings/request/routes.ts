import { mayTakePart, type Web } from '../../platform/web/index.ts'
import * as answer from '../answer/pages.ts'
import * as question from '../question/pages.ts'
import * as request from './pages.ts'

/** A draft and what was sent are called so, since what is done with the one is not done with the other. */
export function requestRoutes(web: Web): void {
  web.get('/requests', mayTakePart, request.listRequests)
  web.get('/requests/new', request.mayBeginRequests, request.newRequest)
  web.post('/requests/new', request.mayBeginRequests, request.createRequest)
  web.get('/requests/:request', mayTakePart, request.showRequest)
  web.get('/requests/:draft/edit', request.mayKeepRequests, request.editRequest)
  web.post('/requests/:draft/edit', request.mayKeepRequests, request.updateRequest)
  web.get('/requests/:request/questions', request.mayKeepRequests, question.listQuestions)
  web.post('/requests/:draft/questions', request.mayKeepRequests, question.createQuestion)
  web.post('/requests/:draft/questions/order', request.mayKeepRequests, question.orderAll)
  web.get('/requests/:draft/questions/:question/edit', request.mayKeepRequests, question.editQuestion)
  web.post('/requests/:draft/questions/:question/edit', request.mayKeepRequests, question.updateQuestion)
  web.post('/requests/:draft/questions/:question/removal', request.mayKeepRequests, question.destroyQuestion)
  web.get('/requests/:request/templates/:template', mayTakePart, question.downloadTemplate)
  web.get('/requests/:request/people', request.mayKeepRequests, request.editPeople)
  web.post('/requests/:request/people', request.mayKeepRequests, request.addPeople)
  web.post('/requests/:request/people/removal', request.mayKeepRequests, request.dropPeople)
  web.get('/requests/:draft/sending', request.mayKeepRequests, request.previewSending)
  web.post('/requests/:draft/sending', request.mayKeepRequests, request.sendRequest)
  web.get('/requests/:request/extension', request.mayKeepRequests, request.newExtension)
  web.post('/requests/:request/extension', request.mayKeepRequests, request.createExtension)
  web.post('/requests/:request/reminders', request.mayKeepRequests, request.remindNow)
  web.post('/requests/:request/closing', request.mayKeepRequests, request.closeRequest)
  web.post('/requests/:request/copy', request.mayKeepRequests, request.copyRequest)
  web.get('/requests/:draft/removal', request.mayKeepRequests, request.confirmRemoval)
  web.post('/requests/:draft/removal', request.mayKeepRequests, request.destroyRequest)
  web.get('/requests/:request/answer', mayTakePart, answer.answerMine)
  web.get('/requests/:request/answers', mayTakePart, request.showAnswers)
  web.get('/requests/:request/answers.csv', mayTakePart, request.downloadAnswers)
  web.get('/requests/:request/answers.xlsx', mayTakePart, request.downloadAnswersXlsx)
  web.get('/requests/:request/answers/:asked', mayTakePart, answer.editAnswer)
  web.get('/requests/:request/answers/:asked/files/:answered', mayTakePart, answer.downloadFile)
  web.post('/requests/:request/answers/:asked', mayTakePart, answer.sendAnswer)
}
