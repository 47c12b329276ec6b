import type { Carriers } from './carrier.ts';

const roleArn = { roles: ['roleArn'] };
const executionRoleArn = { roles: ['executionRoleArn'] };
const tuning = { roles: ['trainingJobDefinition.roleArn', 'trainingJobDefinitions.roleArn'] };
const monitoring = { roles: ['monitoringScheduleConfig.monitoringJobDefinition.roleArn'] };
const hyperPod = {
  roles: ['clusterRole', 'instanceGroups.executionRole', 'restrictedInstanceGroups.executionRole'],
};
const domain = {
  roles: ['defaultUserSettings.executionRole', 'defaultSpaceSettings.executionRole'],
};

/** Amazon SageMaker AI. */
export const sageMakerCarriers: Carriers = {
  'sagemaker:CreateAutoMLJob': roleArn,
  'sagemaker:CreateAutoMLJobV2': {
    roles: ['roleArn', 'autoMLComputeConfig.emrServerlessComputeConfig.executionRoleARN'],
  },
  'sagemaker:CreateCluster': hyperPod,
  'sagemaker:CreateCompilationJob': roleArn,
  'sagemaker:CreateDataQualityJobDefinition': roleArn,
  'sagemaker:CreateDomain': domain,
  'sagemaker:CreateEdgePackagingJob': roleArn,
  'sagemaker:CreateEndpointConfig': executionRoleArn,
  'sagemaker:CreateFeatureGroup': roleArn,
  'sagemaker:CreateFlowDefinition': roleArn,
  'sagemaker:CreateHyperParameterTuningJob': tuning,
  'sagemaker:CreateImage': roleArn,
  'sagemaker:CreateInferenceExperiment': roleArn,
  'sagemaker:CreateInferenceRecommendationsJob': roleArn,
  'sagemaker:CreateLabelingJob': roleArn,
  'sagemaker:CreateMlflowTrackingServer': roleArn,
  'sagemaker:CreateModel': executionRoleArn,
  'sagemaker:CreateModelBiasJobDefinition': roleArn,
  'sagemaker:CreateModelExplainabilityJobDefinition': roleArn,
  'sagemaker:CreateModelQualityJobDefinition': roleArn,
  'sagemaker:CreateMonitoringSchedule': monitoring,
  'sagemaker:CreateNotebookInstance': roleArn,
  'sagemaker:CreateOptimizationJob': roleArn,
  'sagemaker:CreatePipeline': roleArn,
  'sagemaker:CreateProcessingJob': roleArn,
  'sagemaker:CreateTrainingJob': roleArn,
  'sagemaker:CreateUserProfile': { roles: ['userSettings.executionRole'] },
  'sagemaker:StartPipelineExecution': roleArn,
  'sagemaker:UpdateCluster': hyperPod,
  'sagemaker:UpdateDomain': domain,
  'sagemaker:UpdateImage': roleArn,
  'sagemaker:UpdateMonitoringSchedule': monitoring,
  'sagemaker:UpdateNotebookInstance': roleArn,
  'sagemaker:UpdatePipeline': roleArn,
  'sagemaker:UpdateUserProfile': { roles: ['userSettings.executionRole'] },
};

/** Training, models and agents. */
export const machineLearningCarriers: Carriers = {
  ...sageMakerCarriers,
  'bedrock:CreateAgent': { roles: ['agentResourceRoleArn'] },
  'bedrock:CreateEvaluationJob': roleArn,
  'bedrock:CreateFlow': executionRoleArn,
  'bedrock:CreateKnowledgeBase': roleArn,
  'bedrock:CreateModelCustomizationJob': roleArn,
  'bedrock:CreateModelImportJob': roleArn,
  'bedrock:CreateModelInvocationJob': roleArn,
  'bedrock:UpdateAgent': { roles: ['agentResourceRoleArn'] },
  'bedrock:UpdateFlow': executionRoleArn,
  'bedrock:UpdateKnowledgeBase': roleArn,
  'bedrock-agentcore:CreateAgentRuntime': roleArn,
  'bedrock-agentcore:CreateBrowser': executionRoleArn,
  'bedrock-agentcore:CreateCodeInterpreter': executionRoleArn,
  'bedrock-agentcore:CreateGateway': roleArn,
  'bedrock-agentcore:CreateHarness': executionRoleArn,
  'bedrock-agentcore:CreateMemory': { roles: ['memoryExecutionRoleArn'] },
  'bedrock-agentcore:UpdateAgentRuntime': roleArn,
  'bedrock-agentcore:UpdateGateway': roleArn,
  'bedrock-agentcore:UpdateHarness': executionRoleArn,
  'bedrock-agentcore:UpdateMemory': { roles: ['memoryExecutionRoleArn'] },
  'braket:CreateJob': roleArn,
};
